from PySide6.QtGui import QColor, QFont, QIcon

def icon(
    *names: str,
    color: QColor | str = ...,
    color_disabled: QColor | str = ...,
    color_active: QColor | str = ...,
    scale_factor: float = ...,
) -> QIcon: ...
def font(prefix: str, size: int) -> QFont: ...
def charmap(prefixed_name: str) -> str: ...
