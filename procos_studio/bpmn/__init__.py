"""BPMN 2.0 XML <-> the document, lossless; checked against the schema and for references that lead nowhere."""

from procos_studio.bpmn.blank import new_diagram
from procos_studio.bpmn.reader import Opened, read_bytes, read_data, read_file
from procos_studio.bpmn.writer import write_bytes, write_file

__all__ = ["Opened", "new_diagram", "read_bytes", "read_data", "read_file", "write_bytes", "write_file"]
