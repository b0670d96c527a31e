<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DifferencesPanel</name>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n things were changed for it.</source>
        <translation>
            <numerusform>%n thing was changed for it.</numerusform>
            <numerusform>%n things were changed for it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n matches are listed. Look for something narrower.</source>
        <translation>
            <numerusform>The first match (%n) is listed. Look for something narrower.</numerusform>
            <numerusform>The first %n matches are listed. Look for something narrower.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message numerus="yes">
        <source>%n blocks selected. Select one, or several of the same kind, to see their parameters.</source>
        <translation>
            <numerusform>%n block selected. Select one, or several of the same kind, to see their parameters.</numerusform>
            <numerusform>%n blocks selected. Select one, or several of the same kind, to see their parameters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message numerus="yes">
        <source>%n edits</source>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message numerus="yes">
        <source>%n kinds of text</source>
        <translation>
            <numerusform>%n kind of text</numerusform>
            <numerusform>%n kinds of text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message numerus="yes">
        <source>%n parameters are not at their defaults. Set them back</source>
        <translation>
            <numerusform>%n parameter is not at its default. Set it back</numerusform>
            <numerusform>%n parameters are not at their defaults. Set them back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>⚠ %n blocks cannot be read…</source>
        <translation>
            <numerusform>⚠ %n block cannot be read…</numerusform>
            <numerusform>⚠ %n blocks cannot be read…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message numerus="yes">
        <source>… and %n more; mend some of these first.</source>
        <translation>
            <numerusform>… and %n more; mend some of these first.</numerusform>
            <numerusform>… and %n more; mend some of these first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenameVariable</name>
    <message numerus="yes">
        <source>%n places name it.</source>
        <translation>
            <numerusform>%n place names it.</numerusform>
            <numerusform>%n places name it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message numerus="yes">
        <source>%n fields need attention</source>
        <translation>
            <numerusform>%n field needs attention</numerusform>
            <numerusform>%n fields need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Seeking</name>
    <message numerus="yes">
        <source>%n had changed and were left.</source>
        <translation>
            <numerusform>%n had changed and was left.</numerusform>
            <numerusform>%n had changed and were left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matches were replaced.</source>
        <translation>
            <numerusform>%n match was replaced.</numerusform>
            <numerusform>%n matches were replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>✕ %n errors</source>
        <translation>
            <numerusform>✕ %n error</numerusform>
            <numerusform>✕ %n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✕ %n refused</source>
        <translation>
            <numerusform>✕ %n refused</numerusform>
            <numerusform>✕ %n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpgradeBar</name>
    <message numerus="yes">
        <source>%n blocks can be upgraded: the library has newer versions.</source>
        <translation>
            <numerusform>%n block can be upgraded: the library has a newer version.</numerusform>
            <numerusform>%n blocks can be upgraded: the library has newer versions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpgradeDialog</name>
    <message numerus="yes">
        <source>Upgrade %n blocks</source>
        <translation>
            <numerusform>Upgrade %n block</numerusform>
            <numerusform>Upgrade %n blocks</numerusform>
        </translation>
    </message>
</context>
</TS>
