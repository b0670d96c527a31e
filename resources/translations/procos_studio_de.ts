<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>AI PDE</source>
        <translation>KI-PDE</translation>
    </message>
    <message>
        <source>About ProcOS Studio</source>
        <translation>Über ProcOS Studio</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Add a lane</source>
        <translation>Lane hinzufügen</translation>
    </message>
    <message>
        <source>Add a lane above, or at the left</source>
        <translation>Lane darüber oder links davon hinzufügen</translation>
    </message>
    <message>
        <source>Align at the bottom</source>
        <translation>Unten ausrichten</translation>
    </message>
    <message>
        <source>Align at the left</source>
        <translation>Links ausrichten</translation>
    </message>
    <message>
        <source>Align at the right</source>
        <translation>Rechts ausrichten</translation>
    </message>
    <message>
        <source>Align at the top</source>
        <translation>Oben ausrichten</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>Mitten senkrecht ausrichten</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>Linke Kanten ausrichten</translation>
    </message>
    <message>
        <source>Align lower edges</source>
        <translation>Untere Kanten ausrichten</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>Mitten waagerecht ausrichten</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>Rechte Kanten ausrichten</translation>
    </message>
    <message>
        <source>Align the middles in a column</source>
        <translation>Mitten in einer Spalte ausrichten</translation>
    </message>
    <message>
        <source>Align the middles in a row</source>
        <translation>Mitten in einer Zeile ausrichten</translation>
    </message>
    <message>
        <source>Align upper edges</source>
        <translation>Obere Kanten ausrichten</translation>
    </message>
    <message>
        <source>All pages, with the insides of subsystems</source>
        <translation>Alle Seiten, mit dem Inneren der Teilprozesse</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+Klick</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+Ziehen</translation>
    </message>
    <message>
        <source>Append a block</source>
        <translation>Block anhängen</translation>
    </message>
    <message>
        <source>Append a block…</source>
        <translation>Block anhängen…</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Bend or reconnect</source>
        <translation>Biegen oder neu verbinden</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Break the block&apos;s link</source>
        <translation>Verknüpfung des Blocks lösen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Choose what to run…</source>
        <translation>Auswählen, was ausgeführt wird…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Comment out, or bring back</source>
        <translation>Auskommentieren oder zurückholen</translation>
    </message>
    <message>
        <source>Compare with another file…</source>
        <translation>Mit einer anderen Datei vergleichen…</translation>
    </message>
    <message>
        <source>Compare with the file</source>
        <translation>Mit der Datei vergleichen</translation>
    </message>
    <message>
        <source>Condition of the breakpoint…</source>
        <translation>Bedingung des Haltepunkts…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect the selected blocks</source>
        <translation>Ausgewählte Blöcke verbinden</translation>
    </message>
    <message>
        <source>Connect the selected blocks in order</source>
        <translation>Ausgewählte Blöcke der Reihe nach verbinden</translation>
    </message>
    <message>
        <source>Connect with the pointer</source>
        <translation>Mit dem Zeiger verbinden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Strg+Ziehen</translation>
    </message>
    <message>
        <source>Ctrl+right-drag across them</source>
        <translation>Strg+Ziehen mit der rechten Taste quer darüber</translation>
    </message>
    <message>
        <source>Ctrl+wheel, pinch</source>
        <translation>Strg+Mausrad, zwei Finger</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Cut flows</source>
        <translation>Flüsse durchtrennen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete and join what is left</source>
        <translation>Löschen und den Rest verbinden</translation>
    </message>
    <message>
        <source>Delete and join what was around</source>
        <translation>Löschen und die Nachbarn verbinden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Double-click on empty, or drop a wire in space</source>
        <translation>Doppelklick ins Leere oder eine Verbindung im Freien loslassen</translation>
    </message>
    <message>
        <source>Drag a piece, a corner or an end of the selected flow</source>
        <translation>Ein Stück, eine Ecke oder ein Ende des ausgewählten Flusses ziehen</translation>
    </message>
    <message>
        <source>Drag from a port</source>
        <translation>Von einem Anschluss aus ziehen</translation>
    </message>
    <message>
        <source>Drag from empty, middle-drag, Space+drag, wheel</source>
        <translation>Vom leeren Grund oder mit der mittleren Taste ziehen, Leertaste+Ziehen, Mausrad</translation>
    </message>
    <message>
        <source>Drag over them; Ctrl or Shift+click adds</source>
        <translation>Rahmen aufziehen; Strg- oder Umschalt+Klick nimmt hinzu</translation>
    </message>
    <message>
        <source>Drop on the flow</source>
        <translation>Auf dem Fluss loslassen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the block&apos;s definition…</source>
        <translation>Definition des Blocks bearbeiten…</translation>
    </message>
    <message>
        <source>Edit the parameters</source>
        <translation>Parameter bearbeiten</translation>
    </message>
    <message>
        <source>Equal gaps from left to right</source>
        <translation>Gleiche Abstände von links nach rechts</translation>
    </message>
    <message>
        <source>Equal gaps from top to bottom</source>
        <translation>Gleiche Abstände von oben nach unten</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>Ausdrücke</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Befehl suchen…</translation>
    </message>
    <message>
        <source>Find and replace here…</source>
        <translation>Hier suchen und ersetzen…</translation>
    </message>
    <message>
        <source>Find here…</source>
        <translation>Hier suchen…</translation>
    </message>
    <message>
        <source>Find in all open diagrams…</source>
        <translation>In allen offenen Diagrammen suchen…</translation>
    </message>
    <message>
        <source>Fit the selection</source>
        <translation>Auswahl einpassen</translation>
    </message>
    <message>
        <source>Fit the whole diagram</source>
        <translation>Ganzes Diagramm einpassen</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Abkoppeln</translation>
    </message>
    <message>
        <source>Go back along a flow</source>
        <translation>Einen Fluss zurückgehen</translation>
    </message>
    <message>
        <source>Go into the subsystem</source>
        <translation>In den Teilprozess gehen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on along a flow</source>
        <translation>Einen Fluss weitergehen</translation>
    </message>
    <message>
        <source>Go to the block above</source>
        <translation>Zum Block darüber</translation>
    </message>
    <message>
        <source>Go to the block below</source>
        <translation>Zum Block darunter</translation>
    </message>
    <message>
        <source>Go to the canvas</source>
        <translation>Zur Zeichenfläche</translation>
    </message>
    <message>
        <source>Go to who reads a variable</source>
        <translation>Zum Leser einer Variablen</translation>
    </message>
    <message>
        <source>Go to who sets a variable</source>
        <translation>Zum Setzer einer Variablen</translation>
    </message>
    <message>
        <source>Has a breakpoint</source>
        <translation>Hat einen Haltepunkt</translation>
    </message>
    <message>
        <source>Has a breakpoint that is off</source>
        <translation>Hat einen ausgeschalteten Haltepunkt</translation>
    </message>
    <message>
        <source>Has a breakpoint with a condition</source>
        <translation>Hat einen Haltepunkt mit Bedingung</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help on the block</source>
        <translation>Hilfe zum Block</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Insert a block</source>
        <translation>Block einfügen</translation>
    </message>
    <message>
        <source>Insert a block…</source>
        <translation>Block einfügen…</translation>
    </message>
    <message>
        <source>Insert on a flow</source>
        <translation>In einen Fluss einfügen</translation>
    </message>
    <message>
        <source>Keys of</source>
        <translation>Tastenbelegung</translation>
    </message>
    <message>
        <source>Language (after a restart)</source>
        <translation>Sprache (nach einem Neustart)</translation>
    </message>
    <message>
        <source>Leave a gesture</source>
        <translation>Eine Geste verlassen</translation>
    </message>
    <message>
        <source>Leave equal gaps from left to right</source>
        <translation>Gleiche Abstände von links nach rechts</translation>
    </message>
    <message>
        <source>Leave equal gaps from top to bottom</source>
        <translation>Gleiche Abstände von oben nach unten</translation>
    </message>
    <message>
        <source>Let nothing move</source>
        <translation>Nichts bewegen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>List the breakpoints</source>
        <translation>Haltepunkte auflisten</translation>
    </message>
    <message>
        <source>Look further down</source>
        <translation>Weiter nach unten sehen</translation>
    </message>
    <message>
        <source>Look further left</source>
        <translation>Weiter nach links sehen</translation>
    </message>
    <message>
        <source>Look further right</source>
        <translation>Weiter nach rechts sehen</translation>
    </message>
    <message>
        <source>Look further up</source>
        <translation>Weiter nach oben sehen</translation>
    </message>
    <message>
        <source>Look into a subsystem</source>
        <translation>In einen Teilprozess hineinsehen</translation>
    </message>
    <message>
        <source>Look into the subsystem</source>
        <translation>In den Teilprozess hineinsehen</translation>
    </message>
    <message>
        <source>Look one event back</source>
        <translation>Ein Ereignis zurückblicken</translation>
    </message>
    <message>
        <source>Look one event on</source>
        <translation>Ein Ereignis weiterblicken</translation>
    </message>
    <message>
        <source>Make a block of the subsystem…</source>
        <translation>Block aus dem Teilprozess bilden…</translation>
    </message>
    <message>
        <source>Make a subsystem</source>
        <translation>Teilprozess bilden</translation>
    </message>
    <message>
        <source>Make space</source>
        <translation>Platz schaffen</translation>
    </message>
    <message>
        <source>Match capital letters</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Middle-drag, Space+drag, wheel</source>
        <translation>Ziehen mit der mittleren Taste, Leertaste+Ziehen, Mausrad</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Move a little down</source>
        <translation>Ein wenig nach unten</translation>
    </message>
    <message>
        <source>Move a little to the left</source>
        <translation>Ein wenig nach links</translation>
    </message>
    <message>
        <source>Move a little to the right</source>
        <translation>Ein wenig nach rechts</translation>
    </message>
    <message>
        <source>Move a little up</source>
        <translation>Ein wenig nach oben</translation>
    </message>
    <message>
        <source>Move far down</source>
        <translation>Weit nach unten</translation>
    </message>
    <message>
        <source>Move far to the left</source>
        <translation>Weit nach links</translation>
    </message>
    <message>
        <source>Move far to the right</source>
        <translation>Weit nach rechts</translation>
    </message>
    <message>
        <source>Move far up</source>
        <translation>Weit nach oben</translation>
    </message>
    <message>
        <source>Move straight on, resize in proportion</source>
        <translation>Geradeaus verschieben, im Verhältnis vergrößern</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>New process</source>
        <translation>Neuer Prozess</translation>
    </message>
    <message>
        <source>Next diagram</source>
        <translation>Nächstes Diagramm</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next page of this file</source>
        <translation>Nächste Seite dieser Datei</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <source>Notes and documentation</source>
        <translation>Notizen und Dokumentation</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Open the form or the subsystem</source>
        <translation>Formular oder Teilprozess öffnen</translation>
    </message>
    <message>
        <source>Open the link in the notes</source>
        <translation>Link in den Notizen öffnen</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open the subsystem</source>
        <translation>Teilprozess öffnen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>PDF, for reading and printing</source>
        <translation>PDF, zum Lesen und Drucken</translation>
    </message>
    <message>
        <source>PNG, in pixels</source>
        <translation>PNG, in Pixeln</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Pan with the pointer</source>
        <translation>Mit dem Zeiger verschieben</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Fensterbereiche</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste at the pointer</source>
        <translation>Am Zeiger einfügen</translation>
    </message>
    <message>
        <source>Pattern (regular expression)</source>
        <translation>Muster (regulärer Ausdruck)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Put the panels back in their places</source>
        <translation>Fensterbereiche zurück an ihren Platz</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Remove all breakpoints</source>
        <translation>Alle Haltepunkte entfernen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Replace by another block</source>
        <translation>Durch einen anderen Block ersetzen</translation>
    </message>
    <message>
        <source>Replace by…</source>
        <translation>Ersetzen durch…</translation>
    </message>
    <message>
        <source>Rest on its plus sign</source>
        <translation>Auf seinem Pluszeichen verweilen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run, or go on</source>
        <translation>Ausführen oder fortsetzen</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>Läuft gerade</translation>
    </message>
    <message>
        <source>SVG, sharp at any size</source>
        <translation>SVG, scharf in jeder Größe</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Search blocks</source>
        <translation>Blöcke suchen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Select all that follows</source>
        <translation>Alles auswählen, was folgt</translation>
    </message>
    <message>
        <source>Select all that leads here</source>
        <translation>Alles auswählen, was hierher führt</translation>
    </message>
    <message>
        <source>Select by a rectangle from anywhere</source>
        <translation>Mit einem Rechteck von überall aus wählen</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>Mehrere auswählen</translation>
    </message>
    <message>
        <source>Select the block above, too</source>
        <translation>Auch den Block darüber auswählen</translation>
    </message>
    <message>
        <source>Select the block below, too</source>
        <translation>Auch den Block darunter auswählen</translation>
    </message>
    <message>
        <source>Select what lies below</source>
        <translation>Auswählen, was darunter liegt</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Set or remove a breakpoint</source>
        <translation>Haltepunkt setzen oder entfernen</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>Shift+drag over them; Ctrl or Shift+click adds</source>
        <translation>Mit Umschalt einen Rahmen aufziehen; Strg- oder Umschalt+Klick nimmt hinzu</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show or hide the inside in place</source>
        <translation>Das Innere an Ort und Stelle auf- oder zuklappen</translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation>Auswahl zeigen</translation>
    </message>
    <message>
        <source>Show the tour again</source>
        <translation>Rundgang noch einmal zeigen</translation>
    </message>
    <message>
        <source>Show what moves</source>
        <translation>Bewegung zeigen</translation>
    </message>
    <message>
        <source>Split the lane</source>
        <translation>Lane teilen</translation>
    </message>
    <message>
        <source>Step into</source>
        <translation>Schritt hinein</translation>
    </message>
    <message>
        <source>Step out</source>
        <translation>Schritt hinaus</translation>
    </message>
    <message>
        <source>Step over</source>
        <translation>Schritt darüber</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Take a block out of its flow</source>
        <translation>Block aus seinem Fluss nehmen</translation>
    </message>
    <message>
        <source>Take a subsystem apart</source>
        <translation>Teilprozess auflösen</translation>
    </message>
    <message>
        <source>Take the subsystem apart</source>
        <translation>Teilprozess auflösen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Tidy the selection, else all</source>
        <translation>Auswahl aufräumen, sonst alles</translation>
    </message>
    <message>
        <source>To the parent</source>
        <translation>Eine Ebene höher</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Upgrade blocks…</source>
        <translation>Blöcke aktualisieren…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation>Was ausgewählt ist</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>XML beside the canvas</source>
        <translation>XML neben der Zeichenfläche</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>a secret of this file</source>
        <translation>ein Geheimnis dieser Datei</translation>
    </message>
    <message>
        <source>checking the result</source>
        <translation>prüft das Ergebnis</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>completing</source>
        <translation>schließt ab</translation>
    </message>
    <message>
        <source>course</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>different</source>
        <translation>anders</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>endpoint {number} of {count}</source>
        <translation>Endpunkt {number} von {count}</translation>
    </message>
    <message>
        <source>general PDE</source>
        <translation>Allgemeine PDE</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>integration PDE</source>
        <translation>Integrations-PDE</translation>
    </message>
    <message>
        <source>meta-PDE</source>
        <translation>Meta-PDE</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>only in the file</source>
        <translation>nur in der Datei</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>place of the label</source>
        <translation>Ort der Beschriftung</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>bereitet vor</translation>
    </message>
    <message>
        <source>raise it to throw a BPMN error</source>
        <translation>wirft als Ausnahme einen BPMN-Fehler</translation>
    </message>
    <message>
        <source>result of this block</source>
        <translation>Ergebnis dieses Blocks</translation>
    </message>
    <message>
        <source>retry {number}</source>
        <translation>Wiederholung {number}</translation>
    </message>
    <message>
        <source>retry {number}/{count}</source>
        <translation>Wiederholung {number}/{count}</translation>
    </message>
    <message>
        <source>routing</source>
        <translation>wählt den Endpunkt</translation>
    </message>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>set by nothing here</source>
        <translation>wird hier von nichts gesetzt</translation>
    </message>
    <message>
        <source>set by {element}</source>
        <translation>gesetzt von {element}</translation>
    </message>
    <message>
        <source>set later, by {element}</source>
        <translation>später gesetzt, von {element}</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>mehrere Werte</translation>
    </message>
    <message>
        <source>shown open or closed</source>
        <translation>auf- oder zugeklappt</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>testet</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>text, number or JSON</source>
        <translation>Text, Zahl oder JSON</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>uses the secret {names}</source>
        <translation>verwendet das Geheimnis {names}</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>where it belongs</source>
        <translation>wohin es gehört</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>{names} has no value yet</source>
        <translation>{names} hat noch keinen Wert</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Another program changed “{name}” since it was opened or saved here.</source>
        <translation>Ein anderes Programm hat „{name}“ geändert, seit es hier geöffnet oder gespeichert wurde.</translation>
    </message>
    <message>
        <source>BPMN diagrams (*.bpmn *.bpmn20.xml *.xml);;All files (*)</source>
        <translation>BPMN-Diagramme (*.bpmn *.bpmn20.xml *.xml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Give up the unsaved changes to “{name}”?</source>
        <translation>Die nicht gespeicherten Änderungen an „{name}“ verwerfen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run {name}</source>
        <translation>{name} ausführen</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Saving would overwrite those changes.</source>
        <translation>Speichern würde diese Änderungen überschreiben.</translation>
    </message>
    <message>
        <source>They cannot be brought back afterwards.</source>
        <translation>Danach lassen sie sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>What should it start with? Empty fields are left out.</source>
        <translation>Womit soll der Prozess starten? Leere Felder werden weggelassen.</translation>
    </message>
    <message>
        <source>What the file held is still there. Save it in another place, or mend this one first.</source>
        <translation>Was die Datei enthielt, ist noch da. An einem anderen Ort speichern oder diesen zuerst in Ordnung bringen.</translation>
    </message>
    <message>
        <source>Without saving, they are lost.</source>
        <translation>Ohne Speichern gehen sie verloren.</translation>
    </message>
    <message>
        <source>{name} could not be saved: {reason}.</source>
        <translation>{name} konnte nicht gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” has changes that are not saved.</source>
        <translation>„{name}“ enthält Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
</context>
<context>
    <name>Author</name>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Block {name}</source>
        <translation>Block {name}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>It stands in another library. Call this one something else.</source>
        <translation>Er steht in einer anderen Bibliothek. Diesen hier anders nennen.</translation>
    </message>
    <message>
        <source>Keep it in</source>
        <translation>Aufbewahren in</translation>
    </message>
    <message>
        <source>Not in a library yet.</source>
        <translation>Noch in keiner Bibliothek.</translation>
    </message>
    <message>
        <source>Open its inside</source>
        <translation>Inneres öffnen</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Read inside, but no parameter gives it: {names}. It comes from around the block.</source>
        <translation>Innen gelesen, aber kein Parameter gibt es vor: {names}. Es kommt von außerhalb des Blocks.</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Wiederholen (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replaced, this becomes its version {version}. Blocks placed before stay as they are.</source>
        <translation>Beim Ersetzen wird dies Version {version}. Schon gesetzte Blöcke bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Save as a scenario</source>
        <translation>Als Szenario speichern</translation>
    </message>
    <message>
        <source>Save the block</source>
        <translation>Block speichern</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>The library has a block “{name}” already ({id}).</source>
        <translation>Die Bibliothek hat schon einen Block „{name}“ ({id}).</translation>
    </message>
    <message>
        <source>There is no glyph “{name}”.</source>
        <translation>Ein Zeichen „{name}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>Usual case</source>
        <translation>Üblicher Fall</translation>
    </message>
    <message>
        <source>Version {version}, {state}</source>
        <translation>Version {version}, {state}</translation>
    </message>
    <message>
        <source>What is this case called?</source>
        <translation>Wie heißt dieser Fall?</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
</context>
<context>
    <name>Authoring</name>
    <message>
        <source>Add its folder to the library.</source>
        <translation>Seinen Ordner der Bibliothek hinzufügen.</translation>
    </message>
    <message>
        <source>All blocks are of the version that the library holds.</source>
        <translation>Alle Blöcke haben die Version der Bibliothek.</translation>
    </message>
    <message>
        <source>It is an ordinary element now.</source>
        <translation>Es ist jetzt ein gewöhnliches Element.</translation>
    </message>
    <message>
        <source>Make a block of it first.</source>
        <translation>Erst einen Block daraus bilden.</translation>
    </message>
    <message>
        <source>Put it into a subsystem and make a block of that.</source>
        <translation>In einen Teilprozess setzen und daraus einen Block bilden.</translation>
    </message>
    <message>
        <source>Select one block first.</source>
        <translation>Zuerst einen einzelnen Block auswählen.</translation>
    </message>
    <message>
        <source>The library does not hold the block “{id}”.</source>
        <translation>Die Bibliothek enthält den Block „{id}“ nicht.</translation>
    </message>
    <message>
        <source>These blocks cannot be read; all others work.</source>
        <translation>Diese Blöcke sind nicht lesbar; alle anderen funktionieren.</translation>
    </message>
    <message>
        <source>This is plain BPMN: no block of a library.</source>
        <translation>Das ist einfaches BPMN, kein Block einer Bibliothek.</translation>
    </message>
    <message>
        <source>“{name}” comes with the studio and cannot be changed.</source>
        <translation>„{name}“ gehört zum Studio und ist nicht änderbar.</translation>
    </message>
    <message>
        <source>“{name}” is in the palette, as version {version}.</source>
        <translation>„{name}“ steht in der Palette, als Version {version}.</translation>
    </message>
    <message>
        <source>“{name}” is version {version} now.</source>
        <translation>„{name}“ ist jetzt Version {version}.</translation>
    </message>
</context>
<context>
    <name>BlockHelp</name>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Help on {block}</source>
        <translation>Hilfe zu {block}</translation>
    </message>
    <message>
        <source>In {unit}.</source>
        <translation>In {unit}.</translation>
    </message>
    <message>
        <source>No block of the library describes this element; it is kept as it is.</source>
        <translation>Kein Block der Bibliothek beschreibt dieses Element; es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>One of: {choices}.</source>
        <translation>Eins von: {choices}.</translation>
    </message>
    <message>
        <source>Only if {condition}.</source>
        <translation>Nur wenn {condition}.</translation>
    </message>
    <message>
        <source>Optional.</source>
        <translation>Freiwillig.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>Erforderlich.</translation>
    </message>
</context>
<context>
    <name>Blocks</name>
    <message>
        <source>0 always says the likeliest, higher values vary more.</source>
        <translation>0 sagt immer das Wahrscheinlichste, höhere Werte streuen mehr.</translation>
    </message>
    <message>
        <source>A JSON schema that the results have to meet, or the try counts as failed.</source>
        <translation>Ein JSON-Schema, das die Ergebnisse erfüllen müssen; sonst gilt der Versuch als fehlgeschlagen.</translation>
    </message>
    <message>
        <source>A collection</source>
        <translation>Eine Liste</translation>
    </message>
    <message>
        <source>A file of certificates to trust beside the system&apos;s.</source>
        <translation>Eine Datei mit Zertifikaten, denen neben denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>A frame around what belongs together; it changes nothing.</source>
        <translation>Ein Rahmen um das, was zusammengehört; er ändert nichts.</translation>
    </message>
    <message>
        <source>A limit on the number of runs.</source>
        <translation>Eine Grenze für die Zahl der Durchläufe.</translation>
    </message>
    <message>
        <source>A list: the name of a variable, or an expression.</source>
        <translation>Eine Liste: der Name einer Variablen oder ein Ausdruck.</translation>
    </message>
    <message>
        <source>A list; empty when everybody gets it.</source>
        <translation>Eine Liste; leer, wenn alle sie bekommen haben.</translation>
    </message>
    <message>
        <source>A name for this version.</source>
        <translation>Ein Name für diese Version.</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Eine Anzahl</translation>
    </message>
    <message>
        <source>A number; the higher, the sooner.</source>
        <translation>Eine Zahl; je höher, desto früher.</translation>
    </message>
    <message>
        <source>A part of a pool: who or what does these steps.</source>
        <translation>Ein Teil eines Pools: wer oder was diese Schritte tut.</translation>
    </message>
    <message>
        <source>A participant: a process of its own, or a black box.</source>
        <translation>Ein Teilnehmer: ein eigener Prozess oder ein schwarzer Kasten.</translation>
    </message>
    <message>
        <source>A person approves or rejects.</source>
        <translation>Ein Mensch genehmigt oder lehnt ab.</translation>
    </message>
    <message>
        <source>A person does something and fills in a form.</source>
        <translation>Ein Mensch tut etwas und füllt ein Formular aus.</translation>
    </message>
    <message>
        <source>A person does something without the system.</source>
        <translation>Ein Mensch tut etwas ohne das System.</translation>
    </message>
    <message>
        <source>A person fills in a form.</source>
        <translation>Ein Mensch füllt ein Formular aus.</translation>
    </message>
    <message>
        <source>A process inside, on a plane of its own.</source>
        <translation>Ein Prozess im Inneren, auf einer eigenen Seite.</translation>
    </message>
    <message>
        <source>A remark beside the drawing.</source>
        <translation>Eine Bemerkung neben der Zeichnung.</translation>
    </message>
    <message>
        <source>A service does something; a worker serves its topic.</source>
        <translation>Ein Dienst tut etwas; ein Worker bedient sein Topic.</translation>
    </message>
    <message>
        <source>A status of 2xx is a success. 408, 425, 429 and 5xx are tried again; other statuses fail at once. Put keys into headers as ${secret(&quot;name&quot;)}, never as plain text.</source>
        <translation>Ein Status 2xx ist ein Erfolg. 408, 425, 429 und 5xx werden erneut versucht; andere schlagen sofort fehl. Schlüssel gehören als ${secret(&quot;name&quot;)} in die Kopfzeilen, nie als Klartext.</translation>
    </message>
    <message>
        <source>A step of work that nobody has specified yet.</source>
        <translation>Ein Arbeitsschritt, den noch niemand näher bestimmt hat.</translation>
    </message>
    <message>
        <source>A stricter one than there is stops the task; it is never made laxer.</source>
        <translation>Eine strengere, als es hier gibt, hält die Aufgabe an; gelockert wird sie nie.</translation>
    </message>
    <message>
        <source>A subsystem that is done wholly or undone.</source>
        <translation>Ein Teilprozess, der ganz gelingt oder rückgängig gemacht wird.</translation>
    </message>
    <message>
        <source>A tag</source>
        <translation>Ein Etikett</translation>
    </message>
    <message>
        <source>A token jumps from the link source to the link target of the same name.</source>
        <translation>Ein Token springt von der Linkquelle zum Linkziel gleichen Namens.</translation>
    </message>
    <message>
        <source>A token takes this path only if it is true; where all conditions are false, it takes the default.</source>
        <translation>Ein Token nimmt diesen Weg nur, wenn sie wahr ist; sind alle Bedingungen falsch, nimmt es den Standardweg.</translation>
    </message>
    <message>
        <source>A token that arrives here is done. The process ends when its last token is.</source>
        <translation>Ein Token, das hier ankommt, ist fertig. Der Prozess endet mit seinem letzten Token.</translation>
    </message>
    <message>
        <source>A whole number, or an expression.</source>
        <translation>Eine ganze Zahl oder ein Ausdruck.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Activities inside run in any order.</source>
        <translation>Die Aktivitäten im Inneren laufen in beliebiger Reihenfolge.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Ad-hoc subsystem</source>
        <translation>Ad-hoc-Teilprozess</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Addresses that everybody sees.</source>
        <translation>Adressen, die alle sehen.</translation>
    </message>
    <message>
        <source>Addresses that nobody sees.</source>
        <translation>Adressen, die niemand sieht.</translation>
    </message>
    <message>
        <source>Addresses, separated by commas, or an expression that gives a list.</source>
        <translation>Adressen, durch Kommas getrennt, oder ein Ausdruck, der eine Liste ergibt.</translation>
    </message>
    <message>
        <source>After a while</source>
        <translation>Nach einer Weile</translation>
    </message>
    <message>
        <source>Again and again</source>
        <translation>Immer wieder</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Alle zugleich</translation>
    </message>
    <message>
        <source>An expression alone that gives a map or a list is sent as JSON, text as it is.</source>
        <translation>Ein einzelner Ausdruck, der eine Map oder Liste ergibt, wird als JSON gesendet, Text unverändert.</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Answer as</source>
        <translation>Antwort als</translation>
    </message>
    <message>
        <source>Answer into variable</source>
        <translation>Antwort in Variable</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>As a split it sends a token along every flow. As a join it waits for a token from every flow.</source>
        <translation>Als Verzweigung schickt es ein Token auf jeden Fluss. Als Zusammenführung wartet es auf ein Token von jedem Fluss.</translation>
    </message>
    <message>
        <source>As long as</source>
        <translation>Solange</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>Ask a model</source>
        <translation>Modell fragen</translation>
    </message>
    <message>
        <source>Asks a language model, and takes its answer.</source>
        <translation>Fragt ein Sprachmodell und nimmt seine Antwort.</translation>
    </message>
    <message>
        <source>Asks a web service, and takes its answer.</source>
        <translation>Fragt einen Webdienst und nimmt seine Antwort.</translation>
    </message>
    <message>
        <source>Associate it with an activity that undoes the one it sits on.</source>
        <translation>Mit einer Aktivität verbinden, die diejenige rückgängig macht, an der es sitzt.</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>Assoziation</translation>
    </message>
    <message>
        <source>At a date</source>
        <translation>Zu einem Zeitpunkt</translation>
    </message>
    <message>
        <source>At both ends</source>
        <translation>An beiden Enden</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>Begins an event subsystem that handles an error.</source>
        <translation>Beginnt einen Ereignis-Teilprozess, der einen Fehler behandelt.</translation>
    </message>
    <message>
        <source>Begins an event subsystem that handles an escalation.</source>
        <translation>Beginnt einen Ereignis-Teilprozess, der eine Eskalation behandelt.</translation>
    </message>
    <message>
        <source>Begins an event subsystem that undoes work.</source>
        <translation>Beginnt einen Ereignis-Teilprozess, der Arbeit rückgängig macht.</translation>
    </message>
    <message>
        <source>Blind copy to</source>
        <translation>Blindkopie an</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Business key</source>
        <translation>Geschäftsschlüssel</translation>
    </message>
    <message>
        <source>Business rule</source>
        <translation>Geschäftsregel</translation>
    </message>
    <message>
        <source>By name, such as Authorization.</source>
        <translation>Nach Namen, etwa Authorization.</translation>
    </message>
    <message>
        <source>By name: an expression such as ${price * count}, or a text with expressions in it.</source>
        <translation>Nach Namen: ein Ausdruck wie ${price * count} oder ein Text mit Ausdrücken darin.</translation>
    </message>
    <message>
        <source>By the name here: a variable inside, or an expression.</source>
        <translation>Unter dem Namen hier: eine Variable von innen oder ein Ausdruck.</translation>
    </message>
    <message>
        <source>By the name inside: a variable here, or an expression.</source>
        <translation>Unter dem Namen innen: eine Variable von hier oder ein Ausdruck.</translation>
    </message>
    <message>
        <source>By this code an “On error” event catches it.</source>
        <translation>An diesem Code fängt ihn ein Ereignis „Bei Fehler“.</translation>
    </message>
    <message>
        <source>By this code an “On escalation” event catches it.</source>
        <translation>An diesem Code fängt sie ein Ereignis „Bei Eskalation“.</translation>
    </message>
    <message>
        <source>By which the mail server knows the message.</source>
        <translation>Unter der der Mailserver die Nachricht kennt.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Camunda 7 and Operaton refuse it.</source>
        <translation>Camunda 7 und Operaton lehnen es ab.</translation>
    </message>
    <message>
        <source>Can be run</source>
        <translation>Ausführbar</translation>
    </message>
    <message>
        <source>Cancel the rest when done</source>
        <translation>Den Rest abbrechen, wenn fertig</translation>
    </message>
    <message>
        <source>Cancels the transaction around.</source>
        <translation>Bricht die umgebende Transaktion ab.</translation>
    </message>
    <message>
        <source>Carries a message between pools.</source>
        <translation>Trägt eine Nachricht zwischen Pools.</translation>
    </message>
    <message>
        <source>Catches an error of the activity that it sits on.</source>
        <translation>Fängt einen Fehler der Aktivität, an der es sitzt.</translation>
    </message>
    <message>
        <source>Catches an escalation from inside the activity.</source>
        <translation>Fängt eine Eskalation aus dem Inneren der Aktivität.</translation>
    </message>
    <message>
        <source>Catches the cancel of a transaction.</source>
        <translation>Fängt den Abbruch einer Transaktion.</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Code into variable</source>
        <translation>Code in Variable</translation>
    </message>
    <message>
        <source>Compensate</source>
        <translation>Kompensieren</translation>
    </message>
    <message>
        <source>Complex</source>
        <translation>Komplex</translation>
    </message>
    <message>
        <source>Computes variables with expressions.</source>
        <translation>Berechnet Variablen mit Ausdrücken.</translation>
    </message>
    <message>
        <source>Computes with a few lines of Python, in a sandbox.</source>
        <translation>Rechnet mit ein paar Zeilen Python in einer Sandbox.</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Connect it with events that wait (timer, message, signal, condition). The first that happens decides; the others are dropped.</source>
        <translation>Mit Ereignissen verbinden, die warten (Timer, Nachricht, Signal, Bedingung). Das erste, das eintritt, entscheidet; die anderen entfallen.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopie an</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Wiederkehr</translation>
    </message>
    <message>
        <source>Data object</source>
        <translation>Datenobjekt</translation>
    </message>
    <message>
        <source>Data store</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Data that outlives the process.</source>
        <translation>Daten, die den Prozess überdauern.</translation>
    </message>
    <message>
        <source>Data that the process works with.</source>
        <translation>Daten, mit denen der Prozess arbeitet.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Date and time, or an expression.</source>
        <translation>Datum und Uhrzeit oder ein Ausdruck.</translation>
    </message>
    <message>
        <source>Date and time, or an expression; shown to people, nothing happens by itself.</source>
        <translation>Datum und Uhrzeit oder ein Ausdruck; wird Menschen gezeigt, von selbst geschieht nichts.</translation>
    </message>
    <message>
        <source>Days, or such as P180D; Camunda 7 demands it.</source>
        <translation>Tage oder etwa P180D; Camunda 7 verlangt es.</translation>
    </message>
    <message>
        <source>Decides by rules that stand elsewhere.</source>
        <translation>Entscheidet nach Regeln, die anderswo stehen.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Default path</source>
        <translation>Standardweg</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>Done when</source>
        <translation>Fertig, wenn</translation>
    </message>
    <message>
        <source>Double-click opens it. Variables set inside with outputs stay inside; an “On error” event on it catches what goes wrong inside.</source>
        <translation>Ein Doppelklick öffnet ihn. Variablen, die innen mit Ausgaben gesetzt werden, bleiben innen; ein Ereignis „Bei Fehler“ an ihm fängt, was innen schiefgeht.</translation>
    </message>
    <message>
        <source>Drawn with three bars: there are several of this participant.</source>
        <translation>Mit drei Strichen gezeichnet: Es gibt mehrere dieser Teilnehmer.</translation>
    </message>
    <message>
        <source>Drawn with three bars: there are several.</source>
        <translation>Mit drei Strichen gezeichnet: Es gibt mehrere.</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Each row sets one variable of the process. All rows see the variables as they were before; a row cannot use another row&apos;s result.</source>
        <translation>Jede Zeile setzt eine Variable des Prozesses. Alle Zeilen sehen die Variablen, wie sie vorher waren; keine kann das Ergebnis einer anderen verwenden.</translation>
    </message>
    <message>
        <source>Each run has the item in its own variable, and its number in loopCounter.</source>
        <translation>Jeder Durchlauf hat das Element in einer eigenen Variablen und seine Nummer in loopCounter.</translation>
    </message>
    <message>
        <source>Empty: 587, 465 or 25, by the security.</source>
        <translation>Leer: 587, 465 oder 25, je nach Sicherheit.</translation>
    </message>
    <message>
        <source>Empty: Ollama on this machine, or OpenAI.</source>
        <translation>Leer: Ollama auf diesem Rechner oder OpenAI.</translation>
    </message>
    <message>
        <source>Empty: any variable.</source>
        <translation>Leer: jede Variable.</translation>
    </message>
    <message>
        <source>Empty: no login.</source>
        <translation>Leer: keine Anmeldung.</translation>
    </message>
    <message>
        <source>Empty: the message goes to who waits for it. Else the worker that sends it.</source>
        <translation>Leer: Die Nachricht geht an den, der auf sie wartet. Sonst der Worker, der sie sendet.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>End with cancel</source>
        <translation>Ende mit Abbruch</translation>
    </message>
    <message>
        <source>End with compensation</source>
        <translation>Ende mit Kompensation</translation>
    </message>
    <message>
        <source>End with error</source>
        <translation>Ende mit Fehler</translation>
    </message>
    <message>
        <source>End with escalation</source>
        <translation>Ende mit Eskalation</translation>
    </message>
    <message>
        <source>End with message</source>
        <translation>Ende mit Nachricht</translation>
    </message>
    <message>
        <source>End with signal</source>
        <translation>Ende mit Signal</translation>
    </message>
    <message>
        <source>Ends the whole process or subsystem at once.</source>
        <translation>Beendet den ganzen Prozess oder Teilprozess sofort.</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>Error message</source>
        <translation>Fehlermeldung</translation>
    </message>
    <message>
        <source>Error when it fails for good</source>
        <translation>Fehler, wenn es endgültig scheitert</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Eskalieren</translation>
    </message>
    <message>
        <source>Escalation code</source>
        <translation>Eskalationscode</translation>
    </message>
    <message>
        <source>Event subsystem</source>
        <translation>Ereignis-Teilprozess</translation>
    </message>
    <message>
        <source>Every other token of this process or subsystem is cancelled too.</source>
        <translation>Auch jedes andere Token dieses Prozesses oder Teilprozesses wird abgebrochen.</translation>
    </message>
    <message>
        <source>Every process starts here. A person, another process or the command line starts it, and gives it its first variables.</source>
        <translation>Hier startet jeder Prozess. Ein Mensch, ein anderer Prozess oder die Befehlszeile startet ihn und gibt ihm seine ersten Variablen.</translation>
    </message>
    <message>
        <source>Every variable of the called process is set here.</source>
        <translation>Jede Variable des aufgerufenen Prozesses wird hier gesetzt.</translation>
    </message>
    <message>
        <source>Everything as text</source>
        <translation>Alles als Text</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>First event</source>
        <translation>Erstes Ereignis</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>Für jedes</translation>
    </message>
    <message>
        <source>For each item, all at once</source>
        <translation>Für jedes Element, alle zugleich</translation>
    </message>
    <message>
        <source>For each item, one after another</source>
        <translation>Für jedes Element, nacheinander</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Goes on when</source>
        <translation>Geht weiter, wenn</translation>
    </message>
    <message>
        <source>Groovy</source>
        <translation>Groovy</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Groups of which anybody may do it.</source>
        <translation>Gruppen, aus denen jeder es tun darf.</translation>
    </message>
    <message>
        <source>HTTP request</source>
        <translation>HTTP-Anfrage</translation>
    </message>
    <message>
        <source>Happens when a condition becomes true during the activity.</source>
        <translation>Tritt ein, wenn während der Aktivität eine Bedingung wahr wird.</translation>
    </message>
    <message>
        <source>Happens when a message arrives during the activity.</source>
        <translation>Tritt ein, wenn während der Aktivität eine Nachricht ankommt.</translation>
    </message>
    <message>
        <source>Happens when a signal is heard during the activity.</source>
        <translation>Tritt ein, wenn während der Aktivität ein Signal zu hören ist.</translation>
    </message>
    <message>
        <source>Happens when the activity takes too long.</source>
        <translation>Tritt ein, wenn die Aktivität zu lange dauert.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Headers into variable</source>
        <translation>Kopfzeilen in Variable</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>History is kept for</source>
        <translation>Historie aufbewahren für</translation>
    </message>
    <message>
        <source>How it is undone.</source>
        <translation>Wie es rückgängig gemacht wird.</translation>
    </message>
    <message>
        <source>How often it is tried: 3, R3/PT10S, or the waits PT10S,PT1M. Empty: 3 times, with growing waits.</source>
        <translation>Wie oft es versucht wird: 3, R3/PT10S oder die Wartezeiten PT10S,PT1M. Leer: 3-mal, mit wachsenden Wartezeiten.</translation>
    </message>
    <message>
        <source>How often the activity runs each time a token reaches it.</source>
        <translation>Wie oft die Aktivität läuft, sobald ein Token sie erreicht.</translation>
    </message>
    <message>
        <source>How the connection is encrypted.</source>
        <translation>Wie die Verbindung verschlüsselt ist.</translation>
    </message>
    <message>
        <source>How the model shall behave.</source>
        <translation>Wie sich das Modell verhalten soll.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>In addition to the text, or instead of it.</source>
        <translation>Zusätzlich zum Text oder an seiner Stelle.</translation>
    </message>
    <message>
        <source>In an event sub-process: whether it ends what its parent is doing.</source>
        <translation>In einem Ereignis-Teilprozess: ob er beendet, was außen gerade läuft.</translation>
    </message>
    <message>
        <source>In tokens.</source>
        <translation>In Token.</translation>
    </message>
    <message>
        <source>Inclusive</source>
        <translation>Inklusiv</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Inputs and outputs</source>
        <translation>Eingaben und Ausgaben</translation>
    </message>
    <message>
        <source>Instead of items: how many runs, as a number or an expression.</source>
        <translation>Anstelle von Elementen: wie viele Durchläufe, als Zahl oder Ausdruck.</translation>
    </message>
    <message>
        <source>Interrupts the activity</source>
        <translation>Unterbricht die Aktivität</translation>
    </message>
    <message>
        <source>Interrupts what runs</source>
        <translation>Unterbricht, was läuft</translation>
    </message>
    <message>
        <source>It passes at once when it runs.</source>
        <translation>Beim Ausführen geht es sofort weiter.</translation>
    </message>
    <message>
        <source>It passes at once when it runs. Replace it (R) with a block that does something.</source>
        <translation>Beim Ausführen geht es sofort weiter. Durch einen Block ersetzen (R), der etwas tut.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Its name or address.</source>
        <translation>Name oder Adresse.</translation>
    </message>
    <message>
        <source>Its name; every event and task that uses the same name means the same message.</source>
        <translation>Ihr Name; jedes Ereignis und jede Aufgabe mit diesem Namen meint dieselbe Nachricht.</translation>
    </message>
    <message>
        <source>Its name; every event with the same name hears it.</source>
        <translation>Sein Name; jedes Ereignis mit diesem Namen hört es.</translation>
    </message>
    <message>
        <source>JSON becomes a map or a list, everything else a text.</source>
        <translation>JSON wird zu einer Map oder Liste, alles andere zu einem Text.</translation>
    </message>
    <message>
        <source>JSON becomes a map; say in the prompt what it holds.</source>
        <translation>JSON wird zu einer Map; der Prompt soll sagen, was darin steht.</translation>
    </message>
    <message>
        <source>JavaScript</source>
        <translation>JavaScript</translation>
    </message>
    <message>
        <source>Joins by a rule of its own.</source>
        <translation>Führt nach einer eigenen Regel zusammen.</translation>
    </message>
    <message>
        <source>Jumps to the link target with the same name.</source>
        <translation>Springt zum Linkziel gleichen Namens.</translation>
    </message>
    <message>
        <source>Kinds of change</source>
        <translation>Arten der Änderung</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Lane</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Last line into variable</source>
        <translation>Letzte Zeile in Variable</translation>
    </message>
    <message>
        <source>Leads a token from one block to the next.</source>
        <translation>Führt ein Token von einem Block zum nächsten.</translation>
    </message>
    <message>
        <source>Leads to the activity that undoes this one.</source>
        <translation>Führt zur Aktivität, die diese rückgängig macht.</translation>
    </message>
    <message>
        <source>Length of the answer into variable</source>
        <translation>Länge der Antwort in Variable</translation>
    </message>
    <message>
        <source>Link name</source>
        <translation>Linkname</translation>
    </message>
    <message>
        <source>Link source</source>
        <translation>Linkquelle</translation>
    </message>
    <message>
        <source>Link target</source>
        <translation>Linkziel</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Look before the first run</source>
        <translation>Vor dem ersten Durchlauf prüfen</translation>
    </message>
    <message>
        <source>Looked at after each run; once true, the rest is cancelled.</source>
        <translation>Wird nach jedem Durchlauf geprüft; sobald wahr, wird der Rest abgebrochen.</translation>
    </message>
    <message>
        <source>Looked at after every activity.</source>
        <translation>Wird nach jeder Aktivität geprüft.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Manual task</source>
        <translation>Manuelle Aufgabe</translation>
    </message>
    <message>
        <source>Marks a point that was reached.</source>
        <translation>Markiert einen erreichten Punkt.</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Message flow</source>
        <translation>Nachrichtenfluss</translation>
    </message>
    <message>
        <source>Message id into variable</source>
        <translation>Nachrichten-ID in Variable</translation>
    </message>
    <message>
        <source>Message into variable</source>
        <translation>Meldung in Variable</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>Meilenstein</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>More inputs</source>
        <translation>Weitere Eingaben</translation>
    </message>
    <message>
        <source>More outputs</source>
        <translation>Weitere Ausgaben</translation>
    </message>
    <message>
        <source>Name of one item</source>
        <translation>Name eines Elements</translation>
    </message>
    <message>
        <source>No flow leads to it. Its start event (error, timer, message …) says when it runs, and whether it interrupts the rest.</source>
        <translation>Kein Fluss führt zu ihm. Sein Startereignis (Fehler, Timer, Nachricht …) sagt, wann er läuft und ob er den Rest unterbricht.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None (only on this machine)</source>
        <translation>Keine (nur auf diesem Rechner)</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation>Zahl der Durchläufe</translation>
    </message>
    <message>
        <source>Of the same deployment</source>
        <translation>Des gleichen Deployments</translation>
    </message>
    <message>
        <source>Of the settings</source>
        <translation>Aus den Einstellungen</translation>
    </message>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>Ollama runs models on a machine of yours; many services speak OpenAI&apos;s protocol.</source>
        <translation>Ollama führt Modelle auf einem eigenen Rechner aus; viele Dienste sprechen das Protokoll von OpenAI.</translation>
    </message>
    <message>
        <source>On cancel</source>
        <translation>Bei Abbruch</translation>
    </message>
    <message>
        <source>On compensation</source>
        <translation>Bei Kompensation</translation>
    </message>
    <message>
        <source>On condition</source>
        <translation>Bei Bedingung</translation>
    </message>
    <message>
        <source>On error</source>
        <translation>Bei Fehler</translation>
    </message>
    <message>
        <source>On escalation</source>
        <translation>Bei Eskalation</translation>
    </message>
    <message>
        <source>On message</source>
        <translation>Bei Nachricht</translation>
    </message>
    <message>
        <source>On signal</source>
        <translation>Bei Signal</translation>
    </message>
    <message>
        <source>On timeout</source>
        <translation>Bei Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>Eins nach dem anderen</translation>
    </message>
    <message>
        <source>One line.</source>
        <translation>Eine Zeile.</translation>
    </message>
    <message>
        <source>One question, one answer. A result schema makes sure that a JSON answer has the shape that the rest of the process needs: {&quot;type&quot;: &quot;object&quot;, &quot;required&quot;: [&quot;answer&quot;]}.</source>
        <translation>Eine Frage, eine Antwort. Ein Ergebnisschema stellt sicher, dass eine JSON-Antwort die Form hat, die der Rest des Prozesses braucht: {&quot;type&quot;: &quot;object&quot;, &quot;required&quot;: [&quot;answer&quot;]}.</translation>
    </message>
    <message>
        <source>One sentence for a person.</source>
        <translation>Ein Satz für Menschen.</translation>
    </message>
    <message>
        <source>Only Python and JUEL run here; the others run on Camunda 7 and Operaton.</source>
        <translation>Hier laufen nur Python und JUEL; die anderen laufen auf Camunda 7 und Operaton.</translation>
    </message>
    <message>
        <source>Only errors with this code. Empty: every error.</source>
        <translation>Nur Fehler mit diesem Code. Leer: jeder Fehler.</translation>
    </message>
    <message>
        <source>Only escalations with this code. Empty: every one.</source>
        <translation>Nur Eskalationen mit diesem Code. Leer: jede.</translation>
    </message>
    <message>
        <source>Only inside a transaction: everything done in it is compensated, and the “On cancel” event on it goes on.</source>
        <translation>Nur in einer Transaktion: Alles darin Getane wird kompensiert, und das Ereignis „Bei Abbruch“ an ihr geht weiter.</translation>
    </message>
    <message>
        <source>Only when this variable changes</source>
        <translation>Nur wenn sich diese Variable ändert</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation>OpenAI-kompatibel</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Order received</source>
        <translation>Bestellung eingegangen</translation>
    </message>
    <message>
        <source>Otherwise it is a picture only.</source>
        <translation>Sonst ist er nur ein Bild.</translation>
    </message>
    <message>
        <source>Otherwise it runs at least once.</source>
        <translation>Sonst läuft sie mindestens einmal.</translation>
    </message>
    <message>
        <source>Otherwise the activity goes on beside the new path.</source>
        <translation>Sonst läuft die Aktivität neben dem neuen Weg weiter.</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Over the tokens that arrived.</source>
        <translation>Über die angekommenen Token.</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Parallel</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Pass all variables in</source>
        <translation>Alle Variablen hineingeben</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>People of whom anybody may do it.</source>
        <translation>Menschen, von denen jeder es tun darf.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Plain text; may hold expressions.</source>
        <translation>Reiner Text; darf Ausdrücke enthalten.</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Prices changed</source>
        <translation>Preise geändert</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Put a decision behind it with the conditions ${decision == &quot;approve&quot;} and ${decision == &quot;reject&quot;}.</source>
        <translation>Dahinter gehört eine Entscheidung mit den Bedingungen ${decision == &quot;approve&quot;} und ${decision == &quot;reject&quot;}.</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python-Skript</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Lesen als</translation>
    </message>
    <message>
        <source>Receive task</source>
        <translation>Empfangsaufgabe</translation>
    </message>
    <message>
        <source>Refused addresses into variable</source>
        <translation>Abgelehnte Adressen in Variable</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Zuverlässigkeit</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Repeats a subsystem for every item of a list.</source>
        <translation>Wiederholt einen Teilprozess für jedes Element einer Liste.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Result schema</source>
        <translation>Ergebnisschema</translation>
    </message>
    <message>
        <source>Result variable</source>
        <translation>Ergebnisvariable</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Runs a script.</source>
        <translation>Führt ein Skript aus.</translation>
    </message>
    <message>
        <source>Runs another process and waits for it.</source>
        <translation>Führt einen anderen Prozess aus und wartet auf ihn.</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Script task</source>
        <translation>Skriptaufgabe</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Send e-mail</source>
        <translation>E-Mail senden</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>Send signal</source>
        <translation>Signal senden</translation>
    </message>
    <message>
        <source>Send task</source>
        <translation>Sendeaufgabe</translation>
    </message>
    <message>
        <source>Sends a message and ends the path.</source>
        <translation>Sendet eine Nachricht und beendet den Weg.</translation>
    </message>
    <message>
        <source>Sends a message and goes on.</source>
        <translation>Sendet eine Nachricht und geht weiter.</translation>
    </message>
    <message>
        <source>Sends a message to another pool or system.</source>
        <translation>Sendet eine Nachricht an einen anderen Pool oder ein anderes System.</translation>
    </message>
    <message>
        <source>Sends a signal to everybody and ends the path.</source>
        <translation>Sendet ein Signal an alle und beendet den Weg.</translation>
    </message>
    <message>
        <source>Sends a signal to everybody who waits for it.</source>
        <translation>Sendet ein Signal an alle, die darauf warten.</translation>
    </message>
    <message>
        <source>Sends an e-mail through a mail server.</source>
        <translation>Sendet eine E-Mail über einen Mailserver.</translation>
    </message>
    <message>
        <source>Service task</source>
        <translation>Serviceaufgabe</translation>
    </message>
    <message>
        <source>Shown in brackets under the name.</source>
        <translation>Wird in Klammern unter dem Namen gezeigt.</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Sits on an activity. It catches errors that end events inside throw, BpmnError of a script, and a block&apos;s “Error when it fails for good”.</source>
        <translation>Sitzt an einer Aktivität. Es fängt Fehler, die Endereignisse im Inneren werfen, BpmnError eines Skripts und „Fehler, wenn es endgültig scheitert“ eines Blocks.</translation>
    </message>
    <message>
        <source>Stands for many</source>
        <translation>Steht für viele</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start by compensation</source>
        <translation>Start durch Kompensation</translation>
    </message>
    <message>
        <source>Start by condition</source>
        <translation>Start durch Bedingung</translation>
    </message>
    <message>
        <source>Start by error</source>
        <translation>Start durch Fehler</translation>
    </message>
    <message>
        <source>Start by escalation</source>
        <translation>Start durch Eskalation</translation>
    </message>
    <message>
        <source>Start by message</source>
        <translation>Start durch Nachricht</translation>
    </message>
    <message>
        <source>Start by signal</source>
        <translation>Start durch Signal</translation>
    </message>
    <message>
        <source>Start by timer</source>
        <translation>Start durch Timer</translation>
    </message>
    <message>
        <source>Starts at a date or again and again.</source>
        <translation>Startet zu einem Zeitpunkt oder immer wieder.</translation>
    </message>
    <message>
        <source>Starts when a condition becomes true.</source>
        <translation>Startet, wenn eine Bedingung wahr wird.</translation>
    </message>
    <message>
        <source>Starts when a message arrives.</source>
        <translation>Startet, wenn eine Nachricht ankommt.</translation>
    </message>
    <message>
        <source>Starts when a signal is heard.</source>
        <translation>Startet, wenn ein Signal zu hören ist.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Status into variable</source>
        <translation>Status in Variable</translation>
    </message>
    <message>
        <source>Stop early when</source>
        <translation>Vorzeitig aufhören, wenn</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>Teilprozess</translation>
    </message>
    <message>
        <source>Such as PT30S, PT15M, P1DT12H, or an expression.</source>
        <translation>Etwa PT30S, PT15M, P1DT12H oder ein Ausdruck.</translation>
    </message>
    <message>
        <source>Such as R3/PT10M (three times, ten minutes apart) or cron: 0 0 6 * * ?</source>
        <translation>Etwa R3/PT10M (dreimal im Abstand von zehn Minuten) oder cron: 0 0 6 * * ?</translation>
    </message>
    <message>
        <source>Summarise in one sentence: ${text}</source>
        <translation>In einem Satz zusammenfassen: ${text}</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>Systemnachricht</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS von Anfang an</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>Take all variables back</source>
        <translation>Alle Variablen zurücknehmen</translation>
    </message>
    <message>
        <source>Taken when no condition of the others is true.</source>
        <translation>Wird genommen, wenn keine Bedingung der anderen wahr ist.</translation>
    </message>
    <message>
        <source>Takes all paths at once, and waits for all.</source>
        <translation>Nimmt alle Wege zugleich und wartet auf alle.</translation>
    </message>
    <message>
        <source>Takes every path whose condition is true, and waits for those.</source>
        <translation>Nimmt jeden Weg, dessen Bedingung wahr ist, und wartet auf diese.</translation>
    </message>
    <message>
        <source>Takes the first path whose condition is true.</source>
        <translation>Nimmt den ersten Weg, dessen Bedingung wahr ist.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Tells the outside about something, and ends the path.</source>
        <translation>Meldet etwas nach außen und beendet den Weg.</translation>
    </message>
    <message>
        <source>Tells the outside about something, and goes on.</source>
        <translation>Meldet etwas nach außen und geht weiter.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Terminate</source>
        <translation>Terminierung</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Texts as JSON</source>
        <translation>Texte als JSON</translation>
    </message>
    <message>
        <source>The activity runs again while this is true.</source>
        <translation>Die Aktivität läuft erneut, solange dies wahr ist.</translation>
    </message>
    <message>
        <source>The answer&apos;s headers by lower-case name.</source>
        <translation>Die Kopfzeilen der Antwort unter kleingeschriebenem Namen.</translation>
    </message>
    <message>
        <source>The called process gets every variable.</source>
        <translation>Der aufgerufene Prozess bekommt jede Variable.</translation>
    </message>
    <message>
        <source>The code of a BPMN error that an “On error” event catches. Empty: the block waits as an incident for a person.</source>
        <translation>Der Code eines BPMN-Fehlers, den ein Ereignis „Bei Fehler“ fängt. Leer: Der Block wartet als Störung auf einen Menschen.</translation>
    </message>
    <message>
        <source>The error leaves the subsystem. An “On error” event on it, or an event subsystem around, catches it by its code.</source>
        <translation>Der Fehler verlässt den Teilprozess. Ein Ereignis „Bei Fehler“ an ihm oder ein Ereignis-Teilprozess darum fängt ihn an seinem Code.</translation>
    </message>
    <message>
        <source>The event happens when this becomes true.</source>
        <translation>Das Ereignis tritt ein, wenn dies wahr wird.</translation>
    </message>
    <message>
        <source>The id of the activity to undo. Empty: all of this scope.</source>
        <translation>Die ID der Aktivität, die rückgängig zu machen ist. Leer: alle dieses Bereichs.</translation>
    </message>
    <message>
        <source>The id of the process to run, or an expression.</source>
        <translation>Die ID des auszuführenden Prozesses oder ein Ausdruck.</translation>
    </message>
    <message>
        <source>The key of the called instance.</source>
        <translation>Der Schlüssel der aufgerufenen Instanz.</translation>
    </message>
    <message>
        <source>The latest</source>
        <translation>Die neueste</translation>
    </message>
    <message>
        <source>The longest one try may take, such as PT30S. Empty: one minute.</source>
        <translation>So lange darf ein Versuch höchstens dauern, etwa PT30S. Leer: eine Minute.</translation>
    </message>
    <message>
        <source>The message is handed to the mail server; that some addresses were refused is no failure, look at the refused addresses. A server that says “later” is tried again.</source>
        <translation>Die Nachricht wird dem Mailserver übergeben; dass einige Adressen abgelehnt wurden, ist kein Fehlschlag, sie stehen in den abgelehnten Adressen. Ein Server, der „später“ sagt, wird erneut versucht.</translation>
    </message>
    <message>
        <source>The model&apos;s name at the provider.</source>
        <translation>Der Name des Modells beim Anbieter.</translation>
    </message>
    <message>
        <source>The most tokens (pieces of words) of an answer.</source>
        <translation>Die höchste Zahl von Token (Wortstücken) einer Antwort.</translation>
    </message>
    <message>
        <source>The number that the server answered with, such as 200.</source>
        <translation>Die Zahl, mit der der Server geantwortet hat, etwa 200.</translation>
    </message>
    <message>
        <source>The process starts by itself while ProcOS Studio or a worker runs it. “Again and again” takes a repeat such as R/PT1H or a cron line such as 0 0 6 * * ?</source>
        <translation>Der Prozess startet von selbst, solange ProcOS Studio oder ein Worker ihn ausführt. „Immer wieder“ nimmt eine Wiederholung wie R/PT1H oder eine cron-Zeile wie 0 0 6 * * ?</translation>
    </message>
    <message>
        <source>The question; may hold expressions.</source>
        <translation>Die Frage; darf Ausdrücke enthalten.</translation>
    </message>
    <message>
        <source>The script sees the variables by name, and what it assigns becomes variables: text, numbers, lists, maps. raise BpmnError(&quot;CODE&quot;, &quot;message&quot;) throws an error that an “On error” event catches. It runs in a process of its own, with limits on time and memory; level low does not keep it from files or the network.</source>
        <translation>Das Skript sieht die Variablen unter ihrem Namen, und was es zuweist, wird zu Variablen: Text, Zahlen, Listen, Maps. raise BpmnError(&quot;CODE&quot;, &quot;message&quot;) wirft einen Fehler, den ein Ereignis „Bei Fehler“ fängt. Es läuft in einem eigenen Prozess mit Grenzen für Zeit und Speicher; die Stufe „niedrig“ hält es nicht von Dateien oder dem Netz fern.</translation>
    </message>
    <message>
        <source>The sender&apos;s address.</source>
        <translation>Die Adresse des Absenders.</translation>
    </message>
    <message>
        <source>The text, or the map of a JSON answer.</source>
        <translation>Der Text oder die Map einer JSON-Antwort.</translation>
    </message>
    <message>
        <source>The token waits here. For a time limit on a task, put “On timeout” on the task instead.</source>
        <translation>Das Token wartet hier. Für eine Zeitgrenze einer Aufgabe stattdessen „Bei Zeitüberschreitung“ an die Aufgabe setzen.</translation>
    </message>
    <message>
        <source>The token waits until a message of this name arrives for this instance; the command line, a worker or another pool sends it.</source>
        <translation>Das Token wartet, bis für diese Instanz eine Nachricht dieses Namens ankommt; die Befehlszeile, ein Worker oder ein anderer Pool sendet sie.</translation>
    </message>
    <message>
        <source>The token waits until somebody has filled in the form. Each field becomes a variable with the field&apos;s id.</source>
        <translation>Das Token wartet, bis jemand das Formular ausgefüllt hat. Jedes Feld wird zu einer Variablen mit der ID des Feldes.</translation>
    </message>
    <message>
        <source>The variable that gets the code.</source>
        <translation>Die Variable, die den Code erhält.</translation>
    </message>
    <message>
        <source>The variable that gets the message.</source>
        <translation>Die Variable, die die Meldung erhält.</translation>
    </message>
    <message>
        <source>The variable that gets the name of the person.</source>
        <translation>Die Variable, die den Namen der Person erhält.</translation>
    </message>
    <message>
        <source>The variable that gets the value of the last line.</source>
        <translation>Die Variable, die den Wert der letzten Zeile erhält.</translation>
    </message>
    <message>
        <source>The variable that holds the item of each run.</source>
        <translation>Die Variable, die das Element jedes Durchlaufs enthält.</translation>
    </message>
    <message>
        <source>The variable that takes this result.</source>
        <translation>Die Variable, die dieses Ergebnis aufnimmt.</translation>
    </message>
    <message>
        <source>The version tag of the process.</source>
        <translation>Das Versionsetikett des Prozesses.</translation>
    </message>
    <message>
        <source>The web address; may hold expressions.</source>
        <translation>Die Webadresse; darf Ausdrücke enthalten.</translation>
    </message>
    <message>
        <source>The worker that decides.</source>
        <translation>Der Worker, der entscheidet.</translation>
    </message>
    <message>
        <source>Throws an error that an event outside catches.</source>
        <translation>Wirft einen Fehler, den ein Ereignis außen fängt.</translation>
    </message>
    <message>
        <source>Ties a remark or a compensation activity to a block.</source>
        <translation>Knüpft eine Bemerkung oder Kompensationsaktivität an einen Block.</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Umrechnen</translation>
    </message>
    <message>
        <source>Undoes activities that were completed.</source>
        <translation>Macht abgeschlossene Aktivitäten rückgängig.</translation>
    </message>
    <message>
        <source>Undoes what was done, and ends the path.</source>
        <translation>Macht Getanes rückgängig und beendet den Weg.</translation>
    </message>
    <message>
        <source>Use a specialised block (HTTP request, Send e-mail …) where there is one: it has a form of its own.</source>
        <translation>Wo es einen spezialisierten Block gibt (HTTP-Anfrage, E-Mail senden …), diesen verwenden: Er hat ein eigenes Formular.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>User form</source>
        <translation>Benutzerformular</translation>
    </message>
    <message>
        <source>User task</source>
        <translation>Benutzeraufgabe</translation>
    </message>
    <message>
        <source>Values that only this block sees, by name: texts or expressions over the variables around it.</source>
        <translation>Werte, die nur dieser Block sieht, nach Namen: Texte oder Ausdrücke über die Variablen ringsum.</translation>
    </message>
    <message>
        <source>Values that only this task sees, by name: texts or expressions over the variables of the process.</source>
        <translation>Werte, die nur diese Aufgabe sieht, nach Namen: Texte oder Ausdrücke über die Variablen des Prozesses.</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Variables are there by name.</source>
        <translation>Variablen stehen unter ihrem Namen bereit.</translation>
    </message>
    <message>
        <source>Variables back</source>
        <translation>Variablen zurück</translation>
    </message>
    <message>
        <source>Variables in</source>
        <translation>Variablen hinein</translation>
    </message>
    <message>
        <source>Variables of the process are globals; what you assign is written back.</source>
        <translation>Variablen des Prozesses sind global; was zugewiesen wird, wird zurückgeschrieben.</translation>
    </message>
    <message>
        <source>Variables to set from the task&apos;s results, by name: expressions such as ${body.id}. Without any, all results become variables.</source>
        <translation>Variablen, die aus den Ergebnissen der Aufgabe gesetzt werden, nach Namen: Ausdrücke wie ${body.id}. Ohne solche werden alle Ergebnisse zu Variablen.</translation>
    </message>
    <message>
        <source>Variables to set when the block is done, by name: expressions over its inputs and results.</source>
        <translation>Variablen, die nach dem Block gesetzt werden, nach Namen: Ausdrücke über seine Eingaben und Ergebnisse.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version tag</source>
        <translation>Versionsetikett</translation>
    </message>
    <message>
        <source>Waits for a message.</source>
        <translation>Wartet auf eine Nachricht.</translation>
    </message>
    <message>
        <source>Waits for a signal.</source>
        <translation>Wartet auf ein Signal.</translation>
    </message>
    <message>
        <source>Waits for a while or until a date.</source>
        <translation>Wartet eine Weile oder bis zu einem Zeitpunkt.</translation>
    </message>
    <message>
        <source>Waits for several events and takes the path of the first.</source>
        <translation>Wartet auf mehrere Ereignisse und nimmt den Weg des ersten.</translation>
    </message>
    <message>
        <source>Waits inside a process, and runs when its start event happens.</source>
        <translation>Wartet in einem Prozess und läuft, wenn sein Startereignis eintritt.</translation>
    </message>
    <message>
        <source>Waits until a condition becomes true.</source>
        <translation>Wartet, bis eine Bedingung wahr wird.</translation>
    </message>
    <message>
        <source>What a reader should know; it does not change the run.</source>
        <translation>Was Leser wissen sollten; es ändert den Lauf nicht.</translation>
    </message>
    <message>
        <source>What happens to activities that still run.</source>
        <translation>Was mit Aktivitäten geschieht, die noch laufen.</translation>
    </message>
    <message>
        <source>What is asked of the service.</source>
        <translation>Was vom Dienst verlangt wird.</translation>
    </message>
    <message>
        <source>What is caught</source>
        <translation>Was gefangen wird</translation>
    </message>
    <message>
        <source>What is started and run.</source>
        <translation>Was gestartet und ausgeführt wird.</translation>
    </message>
    <message>
        <source>What it says.</source>
        <translation>Was sie sagt.</translation>
    </message>
    <message>
        <source>What the person fills in; each field becomes a variable.</source>
        <translation>Was die Person ausfüllt; jedes Feld wird zu einer Variablen.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When it happens.</source>
        <translation>Wann es eintritt.</translation>
    </message>
    <message>
        <source>Where a link with the same name arrives.</source>
        <translation>Wo ein Link gleichen Namens ankommt.</translation>
    </message>
    <message>
        <source>Where a path ends.</source>
        <translation>Wo ein Weg endet.</translation>
    </message>
    <message>
        <source>Where a process or subsystem begins.</source>
        <translation>Wo ein Prozess oder Teilprozess beginnt.</translation>
    </message>
    <message>
        <source>Where an arrow head is drawn.</source>
        <translation>Wo eine Pfeilspitze gezeichnet wird.</translation>
    </message>
    <message>
        <source>Where an engine keeps several.</source>
        <translation>Wo eine Engine mehrere bereithält.</translation>
    </message>
    <message>
        <source>Whether several may run at once.</source>
        <translation>Ob mehrere zugleich laufen dürfen.</translation>
    </message>
    <message>
        <source>Whether texts are read as JSON, or everything is written as text.</source>
        <translation>Ob Texte als JSON gelesen werden oder alles als Text geschrieben wird.</translation>
    </message>
    <message>
        <source>Which version</source>
        <translation>Welche Version</translation>
    </message>
    <message>
        <source>While a condition holds</source>
        <translation>Solange eine Bedingung gilt</translation>
    </message>
    <message>
        <source>Who carries it out: an adapter such as procos.http, or a worker of yours.</source>
        <translation>Wer es ausführt: ein Adapter wie procos.http oder ein eigener Worker.</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Wer es tut</translation>
    </message>
    <message>
        <source>Who has to do it: a name or an expression.</source>
        <translation>Wer es zu tun hat: ein Name oder ein Ausdruck.</translation>
    </message>
    <message>
        <source>Who started it, into variable</source>
        <translation>Wer ihn gestartet hat, in Variable</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Eine ganze Zahl schreiben.</translation>
    </message>
    <message>
        <source>Write days, or such as P180D.</source>
        <translation>Tage schreiben oder etwa P180D.</translation>
    </message>
    <message>
        <source>Write some of create, update, delete.</source>
        <translation>Einige von create, update, delete schreiben.</translation>
    </message>
    <message>
        <source>Write the conditions on the flows that leave it, such as ${amount &gt; 1000}, and mark one as the default. Paths that come together in one just go on.</source>
        <translation>Die Bedingungen stehen an den Flüssen, die hinausführen, etwa ${amount &gt; 1000}; einer davon ist der Standard. Wege, die in einer zusammenkommen, gehen einfach weiter.</translation>
    </message>
    <message>
        <source>Write the id of a process, or an expression ${…}.</source>
        <translation>Die ID eines Prozesses schreiben oder einen Ausdruck ${…}.</translation>
    </message>
    <message>
        <source>Write the id of an activity.</source>
        <translation>Die ID einer Aktivität schreiben.</translation>
    </message>
    <message>
        <source>Written as ${secret(&quot;name&quot;)}.</source>
        <translation>Wird als ${secret(&quot;name&quot;)} geschrieben.</translation>
    </message>
    <message>
        <source>You answer in plain English.</source>
        <translation>Antworte in einfachem Deutsch.</translation>
    </message>
    <message>
        <source>Your order ${orderId}</source>
        <translation>Ihre Bestellung ${orderId}</translation>
    </message>
    <message>
        <source>activity, step, work, action, abstract</source>
        <translation>Aktivität, Schritt, Arbeit, Aktion, abstrakt</translation>
    </message>
    <message>
        <source>ad hoc, free, case, tilde, optional</source>
        <translation>ad hoc, frei, Fall, Tilde, optional</translation>
    </message>
    <message>
        <source>ai</source>
        <translation>KI</translation>
    </message>
    <message>
        <source>all or nothing, compensation, rollback, cancel</source>
        <translation>alles oder nichts, Kompensation, zurückrollen, Abbruch</translation>
    </message>
    <message>
        <source>approve, reject, review, sign off, confirm, decision, human, four eyes</source>
        <translation>genehmigen, ablehnen, prüfen, freigeben, bestätigen, Entscheidung, Mensch, Vier-Augen-Prinzip</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>genehmigt</translation>
    </message>
    <message>
        <source>arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>arrow, connection, line</source>
        <translation>Pfeil, Verbindung, Linie</translation>
    </message>
    <message>
        <source>begin, none start, entry, first, trigger, event</source>
        <translation>beginnen, Anfang, Eingang, erstes, Auslöser, Ereignis, Startereignis</translation>
    </message>
    <message>
        <source>boundary, attached, cancel, catch, transaction</source>
        <translation>Rand, angeheftet, Abbruch, fangen, Transaktion</translation>
    </message>
    <message>
        <source>boundary, attached, compensation, undo, rollback, catch</source>
        <translation>Rand, angeheftet, Kompensation, rückgängig, zurückrollen, fangen</translation>
    </message>
    <message>
        <source>boundary, attached, condition, conditional, catch, non-interrupting</source>
        <translation>Rand, angeheftet, Bedingung, fangen, nicht unterbrechend</translation>
    </message>
    <message>
        <source>boundary, attached, error, catch, exception, failure, handler, try</source>
        <translation>Rand, angeheftet, Fehler, fangen, Ausnahme, Fehlschlag, Behandlung, versuchen</translation>
    </message>
    <message>
        <source>boundary, attached, escalation, catch, non-interrupting</source>
        <translation>Rand, angeheftet, Eskalation, fangen, nicht unterbrechend</translation>
    </message>
    <message>
        <source>boundary, attached, message, catch, receive, non-interrupting</source>
        <translation>Rand, angeheftet, Nachricht, fangen, empfangen, nicht unterbrechend</translation>
    </message>
    <message>
        <source>boundary, attached, signal, catch, non-interrupting</source>
        <translation>Rand, angeheftet, Signal, fangen, nicht unterbrechend</translation>
    </message>
    <message>
        <source>boundary, attached, timer, time limit, deadline, timeout, reminder, non-interrupting</source>
        <translation>Rand, angeheftet, Timer, Zeitgrenze, Frist, Erinnerung, nicht unterbrechend</translation>
    </message>
    <message>
        <source>call activity, sub-process, reuse, invoke, subprocess, library</source>
        <translation>Aufrufaktivität, Unterprozess, wiederverwenden, aufrufen, Bibliothek</translation>
    </message>
    <message>
        <source>code, program, compute, calculate, function, script</source>
        <translation>Code, Programm, rechnen, berechnen, Funktion, Skript</translation>
    </message>
    <message>
        <source>code, program, javascript, groovy</source>
        <translation>Code, Programm, JavaScript, Groovy</translation>
    </message>
    <message>
        <source>compensation, undo, rollback, throw, event</source>
        <translation>Kompensation, rückgängig, zurückrollen, werfen, Ereignis</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>create, update</source>
        <translation>create, update</translation>
    </message>
    <message>
        <source>create, update, delete; empty: all.</source>
        <translation>create, update, delete; leer: alle.</translation>
    </message>
    <message>
        <source>database, data, table, archive, storage</source>
        <translation>Datenbank, Daten, Tabelle, Archiv, Ablage</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>dmn, decision table, rules engine, policy</source>
        <translation>DMN, Entscheidungstabelle, Regelwerk, Richtlinie</translation>
    </message>
    <message>
        <source>document, data, file, variable, information</source>
        <translation>Dokument, Daten, Datei, Variable, Information</translation>
    </message>
    <message>
        <source>end, finish, cancel, abort, transaction</source>
        <translation>Ende, fertig, abbrechen, Transaktion</translation>
    </message>
    <message>
        <source>end, finish, compensation, undo, rollback</source>
        <translation>Ende, fertig, Kompensation, rückgängig, zurückrollen</translation>
    </message>
    <message>
        <source>end, finish, error, fail, throw, exception, raise</source>
        <translation>Ende, fertig, Fehler, scheitern, werfen, Ausnahme</translation>
    </message>
    <message>
        <source>end, finish, escalation, throw, notify</source>
        <translation>Ende, fertig, Eskalation, werfen, melden</translation>
    </message>
    <message>
        <source>end, finish, message, send, notify, event</source>
        <translation>Ende, fertig, Nachricht, senden, melden, Ereignis</translation>
    </message>
    <message>
        <source>end, finish, signal, broadcast, event</source>
        <translation>Ende, fertig, Signal, Rundruf, Ereignis</translation>
    </message>
    <message>
        <source>end, finish, terminate, kill, stop all, abort, exit</source>
        <translation>Ende, fertig, terminieren, alles anhalten, abbrechen</translation>
    </message>
    <message>
        <source>escalation, throw, raise, event</source>
        <translation>Eskalation, werfen, melden, Ereignis</translation>
    </message>
    <message>
        <source>event sub-process, handler, interrupt, exception</source>
        <translation>Ereignis-Teilprozess, Behandlung, unterbrechen, Ausnahme</translation>
    </message>
    <message>
        <source>event, none, intermediate, marker, log</source>
        <translation>Ereignis, Zwischenereignis, Marke, Protokoll</translation>
    </message>
    <message>
        <source>external, worker, system, automatic, call, api, topic</source>
        <translation>extern, Worker, System, automatisch, aufrufen, Dienst, Topic</translation>
    </message>
    <message>
        <source>finish, stop, done, none end, exit, last, event</source>
        <translation>fertig, Schluss, Halt, Ausgang, letztes, Ereignis, Endereignis</translation>
    </message>
    <message>
        <source>frame, box, category, cluster</source>
        <translation>Rahmen, Kasten, Kategorie, Gruppe</translation>
    </message>
    <message>
        <source>gateway, and, fork, join, concurrent, simultaneously, split, merge</source>
        <translation>Gateway, und, gabeln, zusammenführen, nebenläufig, gleichzeitig, teilen</translation>
    </message>
    <message>
        <source>gateway, event-based, wait, race, deferred choice, whichever, timeout</source>
        <translation>Gateway, ereignisbasiert, warten, Wettlauf, aufgeschobene Wahl</translation>
    </message>
    <message>
        <source>gateway, if, else, exclusive, xor, branch, choice, switch, case, condition, merge, split</source>
        <translation>Gateway, wenn, sonst, exklusiv, entweder oder, Zweig, Wahl, Weiche, Fall, Bedingung, zusammenführen, teilen</translation>
    </message>
    <message>
        <source>gateway, n of m, rule, join</source>
        <translation>Gateway, n aus m, Regel, zusammenführen</translation>
    </message>
    <message>
        <source>gateway, or, any, several, branch, split, merge</source>
        <translation>Gateway, oder, mehrere, Zweig, teilen, zusammenführen</translation>
    </message>
    <message>
        <source>human, form, input, ask, question, task, todo</source>
        <translation>Mensch, Formular, Eingabe, fragen, Frage, Aufgabe</translation>
    </message>
    <message>
        <source>human, form, person, manual, todo, work item</source>
        <translation>Mensch, Formular, Person, manuell, Aufgabe</translation>
    </message>
    <message>
        <source>human, hand, offline</source>
        <translation>Mensch, Hand, ohne System</translation>
    </message>
    <message>
        <source>integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>link, go to, jump, label, off-page, catch</source>
        <translation>Link, gehe zu, Sprung, Marke, fangen</translation>
    </message>
    <message>
        <source>link, go to, jump, off-page, throw</source>
        <translation>Link, gehe zu, Sprung, werfen</translation>
    </message>
    <message>
        <source>llm, gpt, chatgpt, openai, ollama, llama, prompt, chat, ai, generate, summarise, classify</source>
        <translation>KI, Sprachmodell, Prompt, Chat, erzeugen, zusammenfassen, einordnen</translation>
    </message>
    <message>
        <source>loop, repeat, iterate, multi-instance, foreach, batch, while, parallel</source>
        <translation>Schleife, wiederholen, Mehrfachinstanz, für jedes, Stapel, solange, parallel</translation>
    </message>
    <message>
        <source>mail, email, smtp, message, notify, newsletter</source>
        <translation>Mail, E-Mail, Nachricht, benachrichtigen, Rundbrief</translation>
    </message>
    <message>
        <source>map, mapping, set variable, assign, convert, json, format, calculate</source>
        <translation>zuordnen, Zuordnung, Variable setzen, zuweisen, umwandeln, formatieren, berechnen</translation>
    </message>
    <message>
        <source>message, notify, publish</source>
        <translation>Nachricht, benachrichtigen, veröffentlichen</translation>
    </message>
    <message>
        <source>message, throw, notify, event</source>
        <translation>Nachricht, werfen, benachrichtigen, Ereignis</translation>
    </message>
    <message>
        <source>message, wait, listen</source>
        <translation>Nachricht, warten, empfangen, lauschen</translation>
    </message>
    <message>
        <source>note, comment, text, remark, explanation</source>
        <translation>Notiz, Kommentar, Text, Bemerkung, Erklärung</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>participant, lane, organisation, partner, swimlane</source>
        <translation>Teilnehmer, Lane, Bahn, Organisation, Partner, Schwimmbahn</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>rest, api, web, url, get, post, fetch, call, webhook, json, download</source>
        <translation>REST, API, Web, Anfrage, abrufen, aufrufen, herunterladen</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Durchläufe</translation>
    </message>
    <message>
        <source>sales, support</source>
        <translation>Vertrieb, Support</translation>
    </message>
    <message>
        <source>signal, broadcast, throw, event</source>
        <translation>Signal, Rundruf, werfen, Ereignis</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>start, begin, compensation, undo, rollback, handler</source>
        <translation>Start, beginnen, Kompensation, rückgängig, Behandlung</translation>
    </message>
    <message>
        <source>start, begin, condition, conditional, rule, event</source>
        <translation>Start, beginnen, Bedingung, Regel, Ereignis</translation>
    </message>
    <message>
        <source>start, begin, error, exception, catch, handler</source>
        <translation>Start, beginnen, Fehler, Ausnahme, fangen, Behandlung</translation>
    </message>
    <message>
        <source>start, begin, escalation, catch, handler</source>
        <translation>Start, beginnen, Eskalation, fangen, Behandlung</translation>
    </message>
    <message>
        <source>start, begin, message, receive, event, webhook</source>
        <translation>Start, beginnen, Nachricht, empfangen, Ereignis</translation>
    </message>
    <message>
        <source>start, begin, signal, broadcast, event</source>
        <translation>Start, beginnen, Signal, Rundruf, Ereignis</translation>
    </message>
    <message>
        <source>start, begin, timer, schedule, cron, every, daily, clock, time</source>
        <translation>Start, beginnen, Timer, Zeitplan, jede, täglich, Uhr, Zeit</translation>
    </message>
    <message>
        <source>sub-process, subprocess, group, scope, nested, module, block</source>
        <translation>Unterprozess, Subsystem, Gruppe, Bereich, geschachtelt, Modul</translation>
    </message>
    <message>
        <source>swimlane, role, department, pool</source>
        <translation>Bahn, Schwimmbahn, Rolle, Abteilung, Pool</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>wait for message, receive, event, correlate, webhook, catch</source>
        <translation>auf Nachricht warten, empfangen, Ereignis, zuordnen, fangen</translation>
    </message>
    <message>
        <source>wait for signal, broadcast, event, catch</source>
        <translation>auf Signal warten, Rundruf, Ereignis, fangen</translation>
    </message>
    <message>
        <source>wait until, conditional, when, rule, event, catch</source>
        <translation>warten bis, Bedingung, wenn, Regel, Ereignis, fangen</translation>
    </message>
    <message>
        <source>wait, delay, pause, sleep, time, clock, later, timer event, catch</source>
        <translation>warten, Verzögerung, Pause, Zeit, Uhr, später, Zeitereignis, fangen</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>The pages of this file</source>
        <translation>Die Seiten dieser Datei</translation>
    </message>
    <message>
        <source>To the parent</source>
        <translation>Eine Ebene höher</translation>
    </message>
</context>
<context>
    <name>BreakpointsPanel</name>
    <message>
        <source>Breakpoints</source>
        <translation>Haltepunkte</translation>
    </message>
    <message>
        <source>Change the condition…</source>
        <translation>Bedingung ändern…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Dorthin gehen</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innerhalb von</translation>
    </message>
    <message>
        <source>No breakpoints. Select a block and press F9: runs stop before it.</source>
        <translation>Keine Haltepunkte. Wählen Sie einen Block und drücken Sie F9: Läufe halten davor an.</translation>
    </message>
    <message>
        <source>Only where</source>
        <translation>Nur wenn</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Stop on &amp;errors and incidents</source>
        <translation>Bei &amp;Fehlern und Vorfällen anhalten</translation>
    </message>
    <message>
        <source>Stops before</source>
        <translation>Hält an vor</translation>
    </message>
    <message>
        <source>“{name}” is set</source>
        <translation>„{name}“ gesetzt wird</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Click where the block is to stand; Shift places several. Esc ends.</source>
        <translation>Dorthin klicken, wo der Block stehen soll; Umschalt setzt mehrere. Esc beendet.</translation>
    </message>
    <message>
        <source>Click where the flow begins, then where it ends.</source>
        <translation>Klicken Sie, wo der Fluss beginnt, dann, wo er endet.</translation>
    </message>
    <message>
        <source>Commented out</source>
        <translation>Auskommentiert</translation>
    </message>
    <message>
        <source>Drag a block from the list, or double-click anywhere and type what you need.</source>
        <translation>Einen Block aus der Liste ziehen oder irgendwo doppelklicken und eintippen, was gebraucht wird.</translation>
    </message>
    <message>
        <source>Drag to make space right of the line or below it; arrow keys and Enter do it too.</source>
        <translation>Ziehen schafft Platz rechts der Linie oder darunter; Pfeiltasten und Eingabe tun es auch.</translation>
    </message>
    <message>
        <source>Drop the block where it is to stand; on a flow it comes in between. Esc ends.</source>
        <translation>Den Block ablegen, wo er stehen soll; auf einem Fluss kommt er dazwischen. Esc beendet.</translation>
    </message>
    <message>
        <source>In lane {lane}</source>
        <translation>In der Lane {lane}</translation>
    </message>
    <message>
        <source>Inside {name}</source>
        <translation>Inneres von {name}</translation>
    </message>
    <message>
        <source>Leads to {targets}</source>
        <translation>Führt zu {targets}</translation>
    </message>
    <message>
        <source>Let go on a block to connect, or on empty ground to add one. Arrows and Enter do it too.</source>
        <translation>Auf einem Block loslassen, um zu verbinden, oder im Freien, um einen neuen zu setzen. Pfeiltasten und Eingabe tun es auch.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>On {host}</source>
        <translation>An {host}</translation>
    </message>
    <message>
        <source>Select a block first.</source>
        <translation>Zuerst einen Block auswählen.</translation>
    </message>
    <message>
        <source>Select a closed subsystem first.</source>
        <translation>Zuerst einen zugeklappten Teilprozess auswählen.</translation>
    </message>
    <message>
        <source>Select a pool or a lane first.</source>
        <translation>Zuerst einen Pool oder eine Lane auswählen.</translation>
    </message>
    <message>
        <source>Select one block first.</source>
        <translation>Zuerst einen einzelnen Block auswählen.</translation>
    </message>
    <message>
        <source>Select two blocks or more, in the order of the flow.</source>
        <translation>Mindestens zwei Blöcke auswählen, in der Reihenfolge des Flusses.</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Hier beginnen</translation>
    </message>
    <message>
        <source>The diagram was changed meanwhile, so nothing was moved. Tidy again.</source>
        <translation>Das Diagramm wurde inzwischen geändert, darum wurde nichts verschoben. Bitte noch einmal aufräumen.</translation>
    </message>
    <message>
        <source>The run has stopped before it</source>
        <translation>Der Lauf hat davor angehalten</translation>
    </message>
    <message>
        <source>There is nothing inside yet.</source>
        <translation>Innen ist noch nichts.</translation>
    </message>
    <message>
        <source>Tidying {count} blocks… Esc gives up.</source>
        <translation>{count} Blöcke werden aufgeräumt … Esc bricht ab.</translation>
    </message>
    <message>
        <source>Tokens: {count}</source>
        <translation>Token: {count}</translation>
    </message>
    <message>
        <source>Took {time}</source>
        <translation>Dauerte {time}</translation>
    </message>
    <message>
        <source>from {source} to {target}</source>
        <translation>von {source} nach {target}</translation>
    </message>
    <message>
        <source>{count} elements are selected.</source>
        <translation>{count} Elemente sind ausgewählt.</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Nothing matches. Try another word.</source>
        <translation>Nichts passt. Ein anderes Wort versuchen.</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Edit in a larger window</source>
        <translation>In größerem Fenster bearbeiten</translation>
    </message>
</context>
<context>
    <name>CodeWindow</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>This diagram has no file yet: there is nothing to compare it with.</source>
        <translation>Dieses Diagramm hat noch keine Datei: Es gibt nichts zum Vergleichen.</translation>
    </message>
</context>
<context>
    <name>ConditionDialog</name>
    <message>
        <source>Breakpoint before “{name}”</source>
        <translation>Haltepunkt vor „{name}“</translation>
    </message>
    <message>
        <source>It sees the variables of the token that comes.</source>
        <translation>Sie sieht die Variablen des Tokens, das kommt.</translation>
    </message>
    <message>
        <source>Stop only where this is &amp;true; always where it is empty:</source>
        <translation>Nur anhalten, wenn das &amp;zutrifft; immer, wenn es leer ist:</translation>
    </message>
    <message>
        <source>for example {example}</source>
        <translation>zum Beispiel {example}</translation>
    </message>
</context>
<context>
    <name>Crashes</name>
    <message>
        <source>Save your work. If it happens again, report it with the details below.</source>
        <translation>Bitte die Arbeit speichern. Tritt es wieder auf, hilft ein Bericht mit den Angaben unten.</translation>
    </message>
    <message>
        <source>Something went wrong in ProcOS Studio. Your diagrams are still open.</source>
        <translation>In ProcOS Studio ist etwas schiefgegangen. Die Diagramme sind noch offen.</translation>
    </message>
</context>
<context>
    <name>Debugging</name>
    <message>
        <source>Stopped at “{name}”: error {detail}</source>
        <translation>Angehalten bei „{name}“: Fehler {detail}</translation>
    </message>
    <message>
        <source>Stopped at “{name}”: {variable} was set</source>
        <translation>Angehalten bei „{name}“: {variable} wurde gesetzt</translation>
    </message>
    <message>
        <source>Stopped before “{name}”: breakpoint</source>
        <translation>Angehalten vor „{name}“: Haltepunkt</translation>
    </message>
    <message>
        <source>Stopped before “{name}”: step</source>
        <translation>Angehalten vor „{name}“: Schritt</translation>
    </message>
    <message>
        <source>Stopped before “{name}”: {problem}</source>
        <translation>Angehalten vor „{name}“: {problem}</translation>
    </message>
</context>
<context>
    <name>DifferencesPanel</name>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>Compared with {name}: {count}</source>
        <translation>Verglichen mit {name}: {count}</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>no differences</source>
        <translation>keine Unterschiede</translation>
    </message>
    <message>
        <source>“Compare with the file” in the File menu lists here what differs.</source>
        <translation>„Mit der Datei vergleichen“ im Menü Datei listet hier die Unterschiede auf.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiteres</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Panels</source>
        <translation>Fensterbereiche</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Andocken</translation>
    </message>
</context>
<context>
    <name>DocumentTab</name>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Insert a block</source>
        <translation>Block einfügen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n things were changed for it.</source>
        <translation>
            <numerusform>%n Stelle wurde dafür geändert.</numerusform>
            <numerusform>%n Stellen wurden dafür geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>BPMN for {name}…</source>
        <translation>BPMN für {name}…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Bild…</translation>
    </message>
    <message>
        <source>There is nothing to print.</source>
        <translation>Es gibt nichts zu drucken.</translation>
    </message>
    <message>
        <source>{name} could not be written.</source>
        <translation>{name} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{name} could not be written: {why}</source>
        <translation>{name} konnte nicht geschrieben werden: {why}</translation>
    </message>
    <message>
        <source>{name} was written, but {target} would refuse it.</source>
        <translation>{name} wurde geschrieben, aber {target} würde es ablehnen.</translation>
    </message>
    <message>
        <source>{name} written.</source>
        <translation>{name} geschrieben.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Check the path and your rights, or choose another place.</source>
        <translation>Pfad und Rechte prüfen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Close that tab first, or choose another name.</source>
        <translation>Schließen Sie zuerst jenen Reiter, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>It is open in another tab.</source>
        <translation>Sie ist in einem anderen Reiter offen.</translation>
    </message>
    <message>
        <source>Process {number}</source>
        <translation>Prozess {number}</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>{name} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>{name} cannot be saved over.</source>
        <translation>{name} kann nicht überschrieben werden.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in the code</source>
        <translation>Im Code suchen</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer letters, or look in more places.</source>
        <translation>Nichts passt. Weniger Buchstaben versuchen oder an mehr Stellen suchen.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace what is checked</source>
        <translation>Angehakte ersetzen</translation>
    </message>
    <message>
        <source>Replace, too</source>
        <translation>Auch ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>The first %n matches are listed. Look for something narrower.</source>
        <translation>
            <numerusform>Der erste Treffer (%n) ist aufgeführt. Genauer suchen.</numerusform>
            <numerusform>Die ersten %n Treffer sind aufgeführt. Genauer suchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type what to find in names, notes, properties, expressions and code.</source>
        <translation>Eintippen, was in Namen, Notizen, Eigenschaften, Ausdrücken und Code zu suchen ist.</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Click a block: its form stands here. ${name} puts a variable in, and its value shows after a run.</source>
        <translation>Ein Klick auf einen Block zeigt hier sein Formular. ${name} setzt eine Variable ein; nach einem Lauf steht ihr Wert dabei.</translation>
    </message>
    <message>
        <source>Drag a block onto the canvas, or double-click there and type its name. A drag from its right side connects it to the next.</source>
        <translation>Einen Block auf die Zeichenfläche ziehen oder dort doppelklicken und seinen Namen tippen. Von seiner rechten Seite aus lässt er sich mit dem nächsten verbinden.</translation>
    </message>
    <message>
        <source>Five lights show how far each task is. Drag the handle of the timeline below to look back.</source>
        <translation>Fünf Lichter zeigen, wie weit jede Aufgabe ist. Der Griff der Zeitleiste unten führt zurück.</translation>
    </message>
    <message>
        <source>Press F5 and watch</source>
        <translation>F5 drücken und zusehen</translation>
    </message>
    <message>
        <source>Put blocks together</source>
        <translation>Blöcke zusammenstellen</translation>
    </message>
    <message>
        <source>Set their parameters</source>
        <translation>Parameter einstellen</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>Nothing selected has a link. Write an address into the notes of a block.</source>
        <translation>Nichts Ausgewähltes hat einen Link. Eine Adresse in die Notizen eines Blocks schreiben.</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open this outside of the studio?</source>
        <translation>Dies außerhalb des Studios öffnen?</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message numerus="yes">
        <source>%n blocks selected. Select one, or several of the same kind, to see their parameters.</source>
        <translation>
            <numerusform>%n Block ausgewählt. Ein Block oder mehrere derselben Art zeigen ihre Parameter.</numerusform>
            <numerusform>%n Blöcke ausgewählt. Ein Block oder mehrere derselben Art zeigen ihre Parameter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Select a block to see its parameters here.</source>
        <translation>Ein ausgewählter Block zeigt hier seine Parameter.</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>No block of this file sets or reads “{name}”.</source>
        <translation>Kein Block dieser Datei setzt oder liest „{name}“.</translation>
    </message>
    <message>
        <source>No block reads a variable that is set here.</source>
        <translation>Kein Block liest eine Variable, die hier gesetzt wird.</translation>
    </message>
    <message>
        <source>No block sets a variable that is read here.</source>
        <translation>Kein Block setzt eine Variable, die hier gelesen wird.</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>Wer sie liest</translation>
    </message>
    <message>
        <source>Who sets it</source>
        <translation>Wer sie setzt</translation>
    </message>
</context>
<context>
    <name>IncidentCard</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Pipeline (PDE)</source>
        <translation>Pipeline (PDE)</translation>
    </message>
    <message>
        <source>Set in this run</source>
        <translation>In diesem Lauf gesetzt</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>About ProcOS Studio</source>
        <translation>Über ProcOS Studio</translation>
    </message>
    <message>
        <source>Put blocks together and get a running process. The drawing is BPMN 2.0.</source>
        <translation>Blöcke zusammenstellen und einen laufenden Prozess erhalten. Die Zeichnung ist BPMN 2.0.</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Befehl eintippen</translation>
    </message>
</context>
<context>
    <name>MappingWindow</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Search variables</source>
        <translation>Variablen suchen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Variables: drag one over, or press Enter</source>
        <translation>Variablen: hinüberziehen oder Eingabe drücken</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Its variables</source>
        <translation>Ihre Variablen</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Waits for the message “{name}”.</source>
        <translation>Wartet auf die Nachricht „{name}“.</translation>
    </message>
    <message>
        <source>nothing, or for example {example}</source>
        <translation>nichts oder zum Beispiel {example}</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Minimap</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>NameEditor</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message numerus="yes">
        <source>%n edits</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy of unsaved work is damaged and cannot be read.</source>
        <translation>Eine Kopie nicht gespeicherter Arbeit ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>Beim nächsten Start wieder fragen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Diagrams that were not saved</source>
        <translation>Nicht gespeicherte Diagramme</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>It is kept as {path}.</source>
        <translation>Sie bleibt als {path} erhalten.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Recover all</source>
        <translation>Alle wiederherstellen</translation>
    </message>
    <message>
        <source>The studio ended before this was saved.</source>
        <translation>Das Studio wurde beendet, bevor dies gespeichert war.</translation>
    </message>
    <message>
        <source>a block that was being made</source>
        <translation>ein Block, der gerade entstand</translation>
    </message>
    <message>
        <source>changed {when}</source>
        <translation>geändert {when}</translation>
    </message>
    <message>
        <source>never saved to a file</source>
        <translation>nie in einer Datei gespeichert</translation>
    </message>
    <message>
        <source>the file {path} is gone</source>
        <translation>die Datei {path} ist nicht mehr da</translation>
    </message>
    <message>
        <source>the file {path} was changed since</source>
        <translation>die Datei {path} wurde seither geändert</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation>{name} wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message numerus="yes">
        <source>%n kinds of text</source>
        <translation>
            <numerusform>%n Art von Text</numerusform>
            <numerusform>%n Arten von Text</numerusform>
        </translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>Alle Texte</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Wo suchen</translation>
    </message>
    <message>
        <source>Which texts</source>
        <translation>Welche Texte</translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>Always reload such files</source>
        <translation>Solche Dateien immer neu laden</translation>
    </message>
    <message>
        <source>Another program changed {name}.</source>
        <translation>Ein anderes Programm hat {name} geändert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Here it has changes that are not saved. Reloading can be undone.</source>
        <translation>Hier gibt es nicht gespeicherte Änderungen. Neu laden lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Here nothing was changed since it was opened or saved.</source>
        <translation>Hier wurde seit dem Öffnen oder Speichern nichts geändert.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>Erneut speichern</translation>
    </message>
    <message>
        <source>The diagram is still open here.</source>
        <translation>Das Diagramm ist hier noch offen.</translation>
    </message>
    <message>
        <source>{name} cannot be read any more: {reason}.</source>
        <translation>{name} kann nicht mehr gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} was changed outside and read again.</source>
        <translation>{name} wurde außerhalb geändert und neu gelesen.</translation>
    </message>
    <message>
        <source>{name} was deleted or moved.</source>
        <translation>{name} wurde gelöscht oder verschoben.</translation>
    </message>
    <message>
        <source>{name} was read again. Undo brings back yours.</source>
        <translation>{name} wurde neu gelesen. Rückgängig holt den eigenen Stand zurück.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message numerus="yes">
        <source>%n parameters are not at their defaults. Set them back</source>
        <translation>
            <numerusform>%n Parameter steht nicht auf seiner Vorgabe. Zurücksetzen</numerusform>
            <numerusform>%n Parameter stehen nicht auf ihrer Vorgabe. Zurücksetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>{count} × {kind}</source>
        <translation>{count} × {kind}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>No block matches. Try another word, such as “wait” or “if”.</source>
        <translation>Kein Block passt. Ein anderes Wort versuchen, etwa „warten“ oder „wenn“.</translation>
    </message>
    <message>
        <source>Search blocks</source>
        <translation>Blöcke suchen</translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n blocks cannot be read…</source>
        <translation>
            <numerusform>⚠ %n Block ist nicht lesbar…</numerusform>
            <numerusform>⚠ %n Blöcke sind nicht lesbar…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>Haltepunkte</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>Add a parameter (Insert)</source>
        <translation>Parameter hinzufügen (Einfg)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Nach unten (Alt+Runter)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Nach oben (Alt+Hoch)</translation>
    </message>
    <message>
        <source>No parameters yet. Add one to let people set what the block works with.</source>
        <translation>Noch keine Parameter. Einen hinzufügen, damit einstellbar wird, womit der Block arbeitet.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Remove the parameter (Delete)</source>
        <translation>Parameter entfernen (Entf)</translation>
    </message>
    <message>
        <source>“{name}” is taken.</source>
        <translation>„{name}“ ist vergeben.</translation>
    </message>
</context>
<context>
    <name>Particulars</name>
    <message>
        <source>attempt {number}</source>
        <translation>Versuch {number}</translation>
    </message>
    <message>
        <source>attempt {number} of {count}</source>
        <translation>Versuch {number} von {count}</translation>
    </message>
    <message>
        <source>business key {key}</source>
        <translation>Geschäftsschlüssel {key}</translation>
    </message>
    <message>
        <source>called by another process</source>
        <translation>von einem anderen Prozess aufgerufen</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>Code {code}</translation>
    </message>
    <message>
        <source>due at {time}</source>
        <translation>fällig um {time}</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>for {who}</source>
        <translation>für {who}</translation>
    </message>
    <message>
        <source>nobody waits for it</source>
        <translation>niemand wartet darauf</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Leave the ground out</source>
        <translation>Ohne Hintergrund</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>PipelinePanel</name>
    <message>
        <source>Completion</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Test (BIT)</source>
        <translation>Test (BIT)</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>bei der Arbeit</translation>
    </message>
    <message>
        <source>check the result</source>
        <translation>das Ergebnis prüfen</translation>
    </message>
    <message>
        <source>choose an endpoint, call it</source>
        <translation>Endpunkt wählen und aufrufen</translation>
    </message>
    <message>
        <source>inputs, policy, health</source>
        <translation>Eingaben, Regeln, Zustand</translation>
    </message>
    <message>
        <source>learn, return</source>
        <translation>lernen, zurückgeben</translation>
    </message>
    <message>
        <source>put the context together</source>
        <translation>den Kontext zusammenstellen</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Its form</source>
        <translation>Sein Formular</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>Auf der Zeichenfläche</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>Seite einpassen</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Breite einpassen</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Paper…</source>
        <translation>Papier…</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Print {name}</source>
        <translation>{name} drucken</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>No problems. Press Ctrl+B to check again at any time.</source>
        <translation>Keine Probleme. Strg+B prüft jederzeit erneut.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more; mend some of these first.</source>
        <translation>
            <numerusform>… und %n weiteres; zuerst einige von diesen beheben.</numerusform>
            <numerusform>… und %n weitere; zuerst einige von diesen beheben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>A glyph by its name, such as mdi6.email-outline, mdi6.cash or mdi6.truck.</source>
        <translation>Ein Zeichen mit seinem Namen, etwa mdi6.email-outline, mdi6.cash oder mdi6.truck.</translation>
    </message>
    <message>
        <source>A regular expression that has to match the whole text, such as [A-Z]{2}[0-9]+.</source>
        <translation>Ein regulärer Ausdruck, der zum ganzen Text passen muss, etwa [A-Z]{2}[0-9]+.</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Hängt ab von</translation>
    </message>
    <message>
        <source>Each value, and what it is called.</source>
        <translation>Jeder Wert und wie er heißt.</translation>
    </message>
    <message>
        <source>Example in the empty field</source>
        <translation>Beispiel im leeren Feld</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Fewest characters</source>
        <translation>Wenigste Zeichen</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Zu finden mit</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help below the field</source>
        <translation>Hilfe unter dem Feld</translation>
    </message>
    <message>
        <source>How to write it right, such as: two letters, then digits.</source>
        <translation>Wie es richtig geschrieben wird, etwa: zwei Buchstaben, dann Ziffern.</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation>In einem Satz</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Most characters</source>
        <translation>Meiste Zeichen</translation>
    </message>
    <message>
        <source>Must be filled in</source>
        <translation>Muss ausgefüllt sein</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>On the form</source>
        <translation>Im Formular</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>Nur wenn</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Show on the block</source>
        <translation>Auf dem Block zeigen</translation>
    </message>
    <message>
        <source>The stripe at the left of the block.</source>
        <translation>Der Streifen links am Block.</translation>
    </message>
    <message>
        <source>The tip in the palette, and the head of the help.</source>
        <translation>Der Hinweis in der Palette und der Anfang der Hilfe.</translation>
    </message>
    <message>
        <source>The values of the other parameter at which this one shows.</source>
        <translation>Die Werte des anderen Parameters, bei denen dieser sich zeigt.</translation>
    </message>
    <message>
        <source>The variable inside of the block that has the value of this parameter.</source>
        <translation>Die Variable im Block, die den Wert dieses Parameters hat.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Variable inside</source>
        <translation>Variable innen</translation>
    </message>
    <message>
        <source>What F1 says beside the parameters: what it does, and an example.</source>
        <translation>Was F1 neben den Parametern sagt: was er tut, und ein Beispiel.</translation>
    </message>
    <message>
        <source>What to say where it does not match</source>
        <translation>Was zu sagen ist, wo es nicht passt</translation>
    </message>
    <message>
        <source>Where the palette lists it, such as {known}; or a new one.</source>
        <translation>Wo ihn die Palette aufführt, etwa {known}; oder eine neue.</translation>
    </message>
    <message>
        <source>Words that people type when they look for it.</source>
        <translation>Wörter, die man tippt, wenn man ihn sucht.</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>name of a variable</source>
        <translation>Name einer Variable</translation>
    </message>
    <message>
        <source>names and values</source>
        <translation>Namen und Werte</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>one line of text</source>
        <translation>eine Zeile Text</translation>
    </message>
    <message>
        <source>one of several</source>
        <translation>eines von mehreren</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>several lines of text</source>
        <translation>mehrere Zeilen Text</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>Schiefer</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
</context>
<context>
    <name>QuestionsField</name>
    <message>
        <source>Add a question</source>
        <translation>Frage hinzufügen</translation>
    </message>
</context>
<context>
    <name>RenameVariable</name>
    <message>
        <source> (another language: look at it)</source>
        <translation> (andere Sprache: sehen Sie es sich an)</translation>
    </message>
    <message>
        <source> (may be a result of its own)</source>
        <translation> (kann ein eigenes Ergebnis sein)</translation>
    </message>
    <message numerus="yes">
        <source>%n places name it.</source>
        <translation>
            <numerusform>%n Stelle nennt sie.</numerusform>
            <numerusform>%n Stellen nennen sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename the variable “{name}”</source>
        <translation>Variable „{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Changed. Back to “{default}”</source>
        <translation>Geändert. Zurück zu „{default}“</translation>
    </message>
    <message>
        <source>Help on {field} (F1)</source>
        <translation>Hilfe zu {field} (F1)</translation>
    </message>
    <message>
        <source>Write {text}</source>
        <translation>{text} schreiben</translation>
    </message>
</context>
<context>
    <name>RunControl</name>
    <message>
        <source>The run could not be started.</source>
        <translation>Der Lauf konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>This process cannot run yet.</source>
        <translation>Dieser Prozess kann noch nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Which process should start?</source>
        <translation>Welcher Prozess soll starten?</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>It is kept as {path}.</source>
        <translation>Sie bleibt als {path} erhalten.</translation>
    </message>
    <message>
        <source>This copy of unsaved work is damaged.</source>
        <translation>Diese Kopie nicht gespeicherter Arbeit ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} cannot be kept safe from a crash ({reason}). Save it yourself meanwhile.</source>
        <translation>{name} lässt sich nicht gegen einen Absturz sichern ({reason}). Bitte solange selbst speichern.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Another…</source>
        <translation>Anderes…</translation>
    </message>
    <message>
        <source>Choose a secret</source>
        <translation>Geheimnis wählen</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message numerus="yes">
        <source>%n fields need attention</source>
        <translation>
            <numerusform>%n Feld ist zu prüfen</numerusform>
            <numerusform>%n Felder sind zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aufgeklappt</translation>
    </message>
</context>
<context>
    <name>Seeking</name>
    <message numerus="yes">
        <source>%n had changed and were left.</source>
        <translation>
            <numerusform>%n hatte sich geändert und blieb.</numerusform>
            <numerusform>%n hatten sich geändert und blieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matches were replaced.</source>
        <translation>
            <numerusform>%n Treffer wurde ersetzt.</numerusform>
            <numerusform>%n Treffer wurden ersetzt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shelves</name>
    <message>
        <source>My blocks</source>
        <translation>Meine Blöcke</translation>
    </message>
    <message>
        <source>Project {name}</source>
        <translation>Projekt {name}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>Choose a command to give it other keys.</source>
        <translation>Einen Befehl wählen, um ihm andere Tasten zu geben.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>Press new keys for “{title}” in the field below.</source>
        <translation>Im Feld darunter neue Tasten für „{title}“ drücken.</translation>
    </message>
    <message>
        <source>Press the keys that it should have</source>
        <translation>Die Tasten drücken, die er haben soll</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>“{others}” has lost them.</source>
        <translation>„{others}“ hat sie verloren.</translation>
    </message>
    <message>
        <source>“{title}” has other keys now.</source>
        <translation>„{title}“ hat jetzt andere Tasten.</translation>
    </message>
</context>
<context>
    <name>Speaking</name>
    <message>
        <source>Begun anew, it opens all diagrams again, also what is not saved. Runs end.</source>
        <translation>Neu gestartet, öffnet es alle Diagramme wieder, auch was nicht gespeichert ist. Läufe enden.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>The studio speaks {language} from its next start on.</source>
        <translation>Das Studio spricht ab dem nächsten Start {language}.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Strg+O</translation>
    </message>
    <message>
        <source>New process</source>
        <translation>Neuer Prozess</translation>
    </message>
    <message>
        <source>Open a BPMN file…</source>
        <translation>BPMN-Datei öffnen…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Put blocks together, press F5, and watch each task pass through its pipeline.</source>
        <translation>Blöcke zusammenstellen, F5 drücken und zusehen, wie jede Aufgabe ihre Pipeline durchläuft.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>What do you want to build?</source>
        <translation>Was soll entstehen?</translation>
    </message>
    <message>
        <source>runs with F5</source>
        <translation>läuft mit F5</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Choose the target</source>
        <translation>Zielsystem wählen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>events/s {count}</source>
        <translation>Ereignisse/s {count}</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>incident, waits for a retry</source>
        <translation>Störung, wartet auf Wiederholung</translation>
    </message>
    <message>
        <source>of an earlier revision</source>
        <translation>von einem früheren Stand</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>target: {name}</source>
        <translation>Ziel: {name}</translation>
    </message>
    <message>
        <source>target: {name} {word}</source>
        <translation>Ziel: {name} {word}</translation>
    </message>
    <message>
        <source>this studio</source>
        <translation>dieses Studio</translation>
    </message>
    <message>
        <source>tokens {count}</source>
        <translation>Token {count}</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>wartet auf Eingabe</translation>
    </message>
    <message>
        <source>{count} events</source>
        <translation>{count} Ereignisse</translation>
    </message>
    <message>
        <source>{done}/{total} done</source>
        <translation>{done}/{total} fertig</translation>
    </message>
    <message>
        <source>✓ valid</source>
        <translation>✓ gültig</translation>
    </message>
    <message numerus="yes">
        <source>✕ %n errors</source>
        <translation>
            <numerusform>✕ %n Fehler</numerusform>
            <numerusform>✕ %n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✕ %n refused</source>
        <translation>
            <numerusform>✕ %n abgelehnt</numerusform>
            <numerusform>✕ %n abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableField</name>
    <message>
        <source>A name stands there twice. Nothing is kept until the names differ.</source>
        <translation>Ein Name steht zweimal da. Nichts wird behalten, bis die Namen sich unterscheiden.</translation>
    </message>
    <message>
        <source>Add a row (Insert)</source>
        <translation>Zeile hinzufügen (Einfg)</translation>
    </message>
    <message>
        <source>Back to a table</source>
        <translation>Zurück zur Tabelle</translation>
    </message>
    <message>
        <source>Map variables in a larger window</source>
        <translation>Variablen in größerem Fenster zuordnen</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Nach unten (Alt+Unten)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Nach oben (Alt+Oben)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>One expression for all of it</source>
        <translation>Ein Ausdruck für alles</translation>
    </message>
    <message>
        <source>Remove the row (Delete)</source>
        <translation>Zeile entfernen (Entf)</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>Complete</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Waits for you.</source>
        <translation>Wartet auf Eingabe.</translation>
    </message>
    <message>
        <source>Waits for {who}.</source>
        <translation>Wartet auf {who}.</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>${…} and #{…} cannot stand in one text</source>
        <translation>${…} und #{…} können nicht in einem Text stehen</translation>
    </message>
    <message>
        <source>A block cannot be put into itself.</source>
        <translation>Ein Block lässt sich nicht in sich selbst legen.</translation>
    </message>
    <message>
        <source>A block with an inside has to be a {element}, not a {element2}.</source>
        <translation>Ein Block mit einem Inneren muss {element} sein, nicht {element2}.</translation>
    </message>
    <message>
        <source>A boundary event needs something to wait for, such as a timer, a message or an error.</source>
        <translation>Ein angeheftetes Ereignis braucht etwas, worauf es wartet, etwa einen Timer, eine Nachricht oder einen Fehler.</translation>
    </message>
    <message>
        <source>A boundary event rides on the border of a step, not inside something.</source>
        <translation>Ein angeheftetes Ereignis sitzt auf dem Rand eines Schritts, nicht im Inneren.</translation>
    </message>
    <message>
        <source>A boundary event rides on the border of a step.</source>
        <translation>Ein angeheftetes Ereignis sitzt auf dem Rand eines Schritts.</translation>
    </message>
    <message>
        <source>A cancel event rides on a transaction only.</source>
        <translation>Ein Abbruchereignis sitzt nur an einer Transaktion.</translation>
    </message>
    <message>
        <source>A compensation event leads to a task or sub-process that undoes the work.</source>
        <translation>Ein Kompensationsereignis führt zu einer Aufgabe oder einem Teilprozess, der die Arbeit rückgängig macht.</translation>
    </message>
    <message>
        <source>A compensation step carries no boundary events.</source>
        <translation>Ein Kompensationsschritt trägt keine angehefteten Ereignisse.</translation>
    </message>
    <message>
        <source>A compensation step is reached from a compensation event only.</source>
        <translation>Ein Kompensationsschritt wird nur von einem Kompensationsereignis erreicht.</translation>
    </message>
    <message>
        <source>A compensation step stands outside the flow, so no flow leaves it.</source>
        <translation>Ein Kompensationsschritt steht außerhalb des Flusses, daher verlässt ihn kein Fluss.</translation>
    </message>
    <message>
        <source>A compensation step stands outside the flow, so nothing would pass it by.</source>
        <translation>Ein Kompensationsschritt steht außerhalb des Flusses, daher käme nichts an ihm vorbei.</translation>
    </message>
    <message>
        <source>A field is one of {join}.</source>
        <translation>Ein Feld ist eins von {join}.</translation>
    </message>
    <message>
        <source>A field&apos;s id is the name of a variable: letters, digits and _.</source>
        <translation>Die ID eines Feldes ist der Name einer Variablen: Buchstaben, Ziffern und _.</translation>
    </message>
    <message>
        <source>A flow from “{label}” is always taken, so it has no condition.</source>
        <translation>Ein Fluss von „{label}“ wird immer genommen, daher hat er keine Bedingung.</translation>
    </message>
    <message>
        <source>A flow is wrong here: {what} “{label}”.</source>
        <translation>Ein Fluss ist hier falsch: {what} „{label}“.</translation>
    </message>
    <message>
        <source>A gateway neither sends nor receives messages; use a step or an event that {what} one.</source>
        <translation>Ein Gateway sendet und empfängt keine Nachrichten; dafür einen Schritt oder ein Ereignis nehmen, das eine {what}.</translation>
    </message>
    <message>
        <source>A group is a frame only; nothing is connected to it.</source>
        <translation>Eine Gruppe ist nur ein Rahmen; mit ihr wird nichts verbunden.</translation>
    </message>
    <message>
        <source>A link event cannot be parted from its twin.</source>
        <translation>Ein Linkereignis lässt sich nicht von seinem Gegenstück trennen.</translation>
    </message>
    <message>
        <source>A link event has no name.</source>
        <translation>Ein Linkereignis hat keinen Namen.</translation>
    </message>
    <message>
        <source>A link goes on at its twin of the same name, so no flow leaves it.</source>
        <translation>Ein Link geht an seinem Gegenstück gleichen Namens weiter, daher verlässt ihn kein Fluss.</translation>
    </message>
    <message>
        <source>A link is a jump of the flow; nothing would be left to go on to.</source>
        <translation>Ein Link ist ein Sprung des Flusses; danach bliebe nichts, wo es weitergeht.</translation>
    </message>
    <message>
        <source>A link is entered from its twin of the same name, so no flow leads to it.</source>
        <translation>In einen Link gelangt man von seinem Gegenstück gleichen Namens, daher führt kein Fluss zu ihm.</translation>
    </message>
    <message>
        <source>A link to a file counts from where the diagram is.</source>
        <translation>Ein Link auf eine Datei zählt von dort, wo das Diagramm liegt.</translation>
    </message>
    <message>
        <source>A parallel join cannot be parted from the branches that it waits for.</source>
        <translation>Eine parallele Zusammenführung lässt sich nicht von den Zweigen trennen, auf die sie wartet.</translation>
    </message>
    <message>
        <source>A part of the file is too long or too deep to be read with care.</source>
        <translation>Ein Teil der Datei ist zu lang oder zu tief, um ihn sicher zu lesen.</translation>
    </message>
    <message>
        <source>A plain end event does the same.</source>
        <translation>Ein einfaches Endereignis tut dasselbe.</translation>
    </message>
    <message>
        <source>A pool cannot stand inside a sub-process.</source>
        <translation>Ein Pool kann nicht in einem Teilprozess stehen.</translation>
    </message>
    <message>
        <source>A pool cannot stand inside another pool.</source>
        <translation>Ein Pool kann nicht in einem anderen Pool stehen.</translation>
    </message>
    <message>
        <source>A receive task after an event-based gateway carries no boundary events.</source>
        <translation>Eine Empfangsaufgabe nach einem ereignisbasierten Gateway trägt keine angehefteten Ereignisse.</translation>
    </message>
    <message>
        <source>A sequence flow cannot cross the border of a sub-process.</source>
        <translation>Ein Sequenzfluss kann die Grenze eines Teilprozesses nicht überqueren.</translation>
    </message>
    <message>
        <source>A step cannot undo itself; lead to another one.</source>
        <translation>Ein Schritt kann sich nicht selbst rückgängig machen; zu einem anderen führen.</translation>
    </message>
    <message>
        <source>A step that undoes work stands outside the flow; this one is connected already.</source>
        <translation>Ein Schritt, der Arbeit rückgängig macht, steht außerhalb des Flusses; dieser ist schon verbunden.</translation>
    </message>
    <message>
        <source>A {kind} carries no name.</source>
        <translation>{kind} trägt keinen Namen.</translation>
    </message>
    <message>
        <source>A {kind} has no name.</source>
        <translation>Es fehlt ein Name ({kind}).</translation>
    </message>
    <message>
        <source>A {lower} does not follow a step.</source>
        <translation>„{lower}“ folgt nicht auf einen Schritt.</translation>
    </message>
    <message>
        <source>Ad hoc sub process</source>
        <translation>Ad-hoc-Teilprozess</translation>
    </message>
    <message>
        <source>Add a link catch of this name here.</source>
        <translation>Hier ein Linkziel dieses Namens setzen.</translation>
    </message>
    <message>
        <source>Add a page</source>
        <translation>Eine Seite hinzufügen</translation>
    </message>
    <message>
        <source>Add a throw of this name, or delete it.</source>
        <translation>Eine Linkquelle dieses Namens setzen oder es löschen.</translation>
    </message>
    <message>
        <source>Add another event.</source>
        <translation>Ein weiteres Ereignis setzen.</translation>
    </message>
    <message>
        <source>Add its folder to the library.</source>
        <translation>Seinen Ordner der Bibliothek hinzufügen.</translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>Lane hinzufügen</translation>
    </message>
    <message>
        <source>Add the field.</source>
        <translation>Das Feld hinzufügen.</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>{name} hinzufügen</translation>
    </message>
    <message>
        <source>After one event-based gateway, use either message events or receive tasks.</source>
        <translation>Nach einem ereignisbasierten Gateway entweder Nachrichtenereignisse oder Empfangsaufgaben verwenden.</translation>
    </message>
    <message>
        <source>Align {wanted}</source>
        <translation>Ausrichten ({wanted})</translation>
    </message>
    <message>
        <source>All {len} flows from “{label}” are taken at once.</source>
        <translation>Alle {len} Flüsse von „{label}“ werden zugleich genommen.</translation>
    </message>
    <message>
        <source>An ad-hoc sub-process has neither start nor end: its steps run in any order.</source>
        <translation>Ein Ad-hoc-Teilprozess hat weder Start noch Ende: Seine Schritte laufen in beliebiger Reihenfolge.</translation>
    </message>
    <message>
        <source>An annotation cannot point to this.</source>
        <translation>Darauf kann keine Anmerkung zeigen.</translation>
    </message>
    <message>
        <source>An annotation comments on an element, not on another annotation.</source>
        <translation>Eine Anmerkung erläutert ein Element, keine andere Anmerkung.</translation>
    </message>
    <message>
        <source>An event or gateway cannot follow itself.</source>
        <translation>Ein Ereignis oder Gateway kann nicht auf sich selbst folgen.</translation>
    </message>
    <message>
        <source>An event sub-process carries no boundary events.</source>
        <translation>Ein Ereignis-Teilprozess trägt keine angehefteten Ereignisse.</translation>
    </message>
    <message>
        <source>An event sub-process is started by its event, so no flow leads to it.</source>
        <translation>Ein Ereignis-Teilprozess wird von seinem Ereignis gestartet, daher führt kein Fluss zu ihm.</translation>
    </message>
    <message>
        <source>An event sub-process is started by its event, so no flow leaves it.</source>
        <translation>Ein Ereignis-Teilprozess wird von seinem Ereignis gestartet, daher verlässt ihn kein Fluss.</translation>
    </message>
    <message>
        <source>An event sub-process waits for its event; delete it, or its start event, instead.</source>
        <translation>Ein Ereignis-Teilprozess wartet auf sein Ereignis; stattdessen ihn oder sein Startereignis löschen.</translation>
    </message>
    <message>
        <source>An event-based gateway leads to events that wait, or to receive tasks.</source>
        <translation>Ein ereignisbasiertes Gateway führt zu Ereignissen, die warten, oder zu Empfangsaufgaben.</translation>
    </message>
    <message>
        <source>An event-based gateway waits for this to happen; take its flow away instead.</source>
        <translation>Ein ereignisbasiertes Gateway wartet darauf; stattdessen seinen Fluss wegnehmen.</translation>
    </message>
    <message>
        <source>Append {name}</source>
        <translation>{name} anhängen</translation>
    </message>
    <message>
        <source>Application Support</source>
        <translation>Application Support</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>Assoziation</translation>
    </message>
    <message>
        <source>Attach it again.</source>
        <translation>Wieder anheften.</translation>
    </message>
    <message>
        <source>Attach it to a sub-process, call activity or user task.</source>
        <translation>An einen Teilprozess, eine Aufrufaktivität oder Benutzeraufgabe heften.</translation>
    </message>
    <message>
        <source>Attach it to one.</source>
        <translation>An eine anheften.</translation>
    </message>
    <message>
        <source>BPMN has no “{name}” on a {kind}.</source>
        <translation>BPMN kennt kein „{name}“ an dieser Stelle ({kind}).</translation>
    </message>
    <message>
        <source>Begin left of or above some blocks.</source>
        <translation>Links von oder über einigen Blöcken beginnen.</translation>
    </message>
    <message>
        <source>Begin with a letter, go on with letters, digits and _.</source>
        <translation>Mit einem Buchstaben beginnen, mit Buchstaben, Ziffern und _ fortfahren.</translation>
    </message>
    <message>
        <source>Bend flow</source>
        <translation>Fluss biegen</translation>
    </message>
    <message>
        <source>Blocks, and the text of a BPMN file, can be pasted here.</source>
        <translation>Hier lassen sich Blöcke und der Text einer BPMN-Datei einfügen.</translation>
    </message>
    <message>
        <source>Boundary event</source>
        <translation>Angeheftetes Ereignis</translation>
    </message>
    <message>
        <source>Boundary events are copied with their step.</source>
        <translation>Angeheftete Ereignisse werden mit ihrem Schritt kopiert.</translation>
    </message>
    <message>
        <source>Break its link, or edit its definition.</source>
        <translation>Seine Verknüpfung lösen oder seine Definition bearbeiten.</translation>
    </message>
    <message>
        <source>Break the link of {label_of}</source>
        <translation>Verknüpfung von {label_of} lösen</translation>
    </message>
    <message>
        <source>Bring it back, or delete it.</source>
        <translation>Zurückholen oder löschen.</translation>
    </message>
    <message>
        <source>Bring {what} back</source>
        <translation>{what} zurückholen</translation>
    </message>
    <message>
        <source>Business rule task</source>
        <translation>Geschäftsregelaufgabe</translation>
    </message>
    <message>
        <source>Call activity</source>
        <translation>Aufrufaktivität</translation>
    </message>
    <message>
        <source>Calls are nested {depth} deep: “{called}” seems to call itself without an end.</source>
        <translation>Aufrufe sind {depth} tief geschachtelt: „{called}“ ruft sich anscheinend endlos selbst auf.</translation>
    </message>
    <message>
        <source>Camunda 7</source>
        <translation>Camunda 7</translation>
    </message>
    <message>
        <source>Camunda Platform</source>
        <translation>Camunda Platform</translation>
    </message>
    <message>
        <source>Catch it.</source>
        <translation>Ihn fangen.</translation>
    </message>
    <message>
        <source>Change its rights, or choose another file.</source>
        <translation>Rechte ändern oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Check that the folder exists and may be written.</source>
        <translation>Prüfen, ob es den Ordner gibt und er beschrieben werden darf.</translation>
    </message>
    <message>
        <source>Check the disk and its free space.</source>
        <translation>Datenträger und freien Platz prüfen.</translation>
    </message>
    <message>
        <source>Check the folder, or choose another one.</source>
        <translation>Den Ordner prüfen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>Check the path and your rights, or choose another place.</source>
        <translation>Pfad und Rechte prüfen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Check your rights, or choose another library.</source>
        <translation>Die Rechte prüfen oder eine andere Bibliothek wählen.</translation>
    </message>
    <message>
        <source>Check your rights.</source>
        <translation>Die Rechte prüfen.</translation>
    </message>
    <message>
        <source>Choose Python.</source>
        <translation>Python wählen.</translation>
    </message>
    <message>
        <source>Choose a duration, a date or a cycle.</source>
        <translation>Eine Dauer, einen Zeitpunkt oder eine Wiederkehr wählen.</translation>
    </message>
    <message>
        <source>Choose a message for it.</source>
        <translation>Eine Nachricht dafür wählen.</translation>
    </message>
    <message>
        <source>Choose a {kind} for it.</source>
        <translation>Dafür wählen: {kind}.</translation>
    </message>
    <message>
        <source>Choose an activity of the same process.</source>
        <translation>Eine Aktivität desselben Prozesses wählen.</translation>
    </message>
    <message>
        <source>Choose another family.</source>
        <translation>Eine andere Familie wählen.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Choose another kind of event: {kinds}.</source>
        <translation>Eine andere Art von Ereignis wählen: {kinds}.</translation>
    </message>
    <message>
        <source>Choose another target.</source>
        <translation>Ein anderes Ziel wählen.</translation>
    </message>
    <message>
        <source>Choose blocks with one entry.</source>
        <translation>Blöcke mit einem einzigen Eingang wählen.</translation>
    </message>
    <message>
        <source>Choose blocks with one way out.</source>
        <translation>Blöcke mit einem einzigen Ausgang wählen.</translation>
    </message>
    <message>
        <source>Choose how it repeats first.</source>
        <translation>Zuerst wählen, wie es sich wiederholt.</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Eins aus der Liste wählen.</translation>
    </message>
    <message>
        <source>Choose one of its own flows.</source>
        <translation>Einen seiner eigenen Flüsse wählen.</translation>
    </message>
    <message>
        <source>Choose one of {join}.</source>
        <translation>Eins von {join} wählen.</translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation>Eins davon wählen: {names}.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Eins wählen.</translation>
    </message>
    <message>
        <source>Choose or create a {what}.</source>
        <translation>Wählen oder anlegen: {what}.</translation>
    </message>
    <message>
        <source>Choose or create the {kind}.</source>
        <translation>Wählen oder anlegen: {kind}.</translation>
    </message>
    <message>
        <source>Choose or create what {removesuffix} should name.</source>
        <translation>Wählen oder anlegen, was {removesuffix} nennen soll.</translation>
    </message>
    <message>
        <source>Choose singleEntry or another.</source>
        <translation>singleEntry oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>Choose the blocks that the subsystem is to hold.</source>
        <translation>Die Blöcke wählen, die der Teilprozess enthalten soll.</translation>
    </message>
    <message>
        <source>Choose the process it calls.</source>
        <translation>Den Prozess wählen, den er aufruft.</translation>
    </message>
    <message>
        <source>Choose what it waits for.</source>
        <translation>Wählen, worauf es wartet.</translation>
    </message>
    <message>
        <source>Close other programs, and try again.</source>
        <translation>Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Close that tab first, or choose another name.</source>
        <translation>Schließen Sie zuerst jenen Reiter, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Close {label_of}</source>
        <translation>{label_of} schließen</translation>
    </message>
    <message>
        <source>Collaboration</source>
        <translation>Kollaboration</translation>
    </message>
    <message>
        <source>Collapse {label_of}</source>
        <translation>{label_of} zuklappen</translation>
    </message>
    <message>
        <source>Comment {what} out</source>
        <translation>{what} auskommentieren</translation>
    </message>
    <message>
        <source>Compensation thrown</source>
        <translation>Kompensation ausgelöst</translation>
    </message>
    <message>
        <source>Complex gateway</source>
        <translation>Komplexes Gateway</translation>
    </message>
    <message>
        <source>Compute it in a script or a transform before.</source>
        <translation>Vorher in einem Skript oder einer Umrechnung berechnen.</translation>
    </message>
    <message>
        <source>Compute it in a script or a transform, and use its result.</source>
        <translation>In einem Skript oder einer Umrechnung berechnen und das Ergebnis verwenden.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect both of its ends, or delete it.</source>
        <translation>Beide Enden verbinden oder ihn löschen.</translation>
    </message>
    <message>
        <source>Connect it to an activity that is marked for compensation.</source>
        <translation>Mit einer Aktivität verbinden, die als Kompensation gekennzeichnet ist.</translation>
    </message>
    <message>
        <source>Connect it to an end event, so that a reader sees that this is meant.</source>
        <translation>Mit einem Endereignis verbinden, damit man sieht, dass es so gemeint ist.</translation>
    </message>
    <message>
        <source>Connect it to the flow, or delete it.</source>
        <translation>Mit dem Fluss verbinden oder löschen.</translation>
    </message>
    <message>
        <source>Connect it, or delete it.</source>
        <translation>Verbinden oder löschen.</translation>
    </message>
    <message>
        <source>Connect or move it.</source>
        <translation>Verbinden oder verschieben.</translation>
    </message>
    <message>
        <source>Connect the flow again, or delete it.</source>
        <translation>Den Fluss neu verbinden oder löschen.</translation>
    </message>
    <message>
        <source>Copy both files to a folder that may be written, and look at them there.</source>
        <translation>Kopieren Sie beide Dateien in einen Ordner, in den geschrieben werden darf, und sehen Sie sie dort an.</translation>
    </message>
    <message>
        <source>Copy some blocks of a BPMN file first.</source>
        <translation>Zuerst einige Blöcke einer BPMN-Datei kopieren.</translation>
    </message>
    <message>
        <source>Correct it, or take it away.</source>
        <translation>Berichtigen oder entfernen.</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <translation>Berichtigen.</translation>
    </message>
    <message>
        <source>Correct the expression, for example ${amount &gt; 100}.</source>
        <translation>Den Ausdruck berichtigen, zum Beispiel ${amount &gt; 100}.</translation>
    </message>
    <message>
        <source>Correct the file where it says.</source>
        <translation>Die Datei an der genannten Stelle berichtigen.</translation>
    </message>
    <message>
        <source>Correct the file; the other blocks work.</source>
        <translation>Die Datei berichtigen; die anderen Blöcke funktionieren.</translation>
    </message>
    <message>
        <source>Data input</source>
        <translation>Dateneingabe</translation>
    </message>
    <message>
        <source>Data input association</source>
        <translation>Dateneingabe-Assoziation</translation>
    </message>
    <message>
        <source>Data is read and written by tasks, sub-processes and events only.</source>
        <translation>Daten werden nur von Aufgaben, Teilprozessen und Ereignissen gelesen und geschrieben.</translation>
    </message>
    <message>
        <source>Data object</source>
        <translation>Datenobjekt</translation>
    </message>
    <message>
        <source>Data object reference</source>
        <translation>Datenobjekt</translation>
    </message>
    <message>
        <source>Data output</source>
        <translation>Datenausgabe</translation>
    </message>
    <message>
        <source>Data output association</source>
        <translation>Datenausgabe-Assoziation</translation>
    </message>
    <message>
        <source>Data passes through a step; connect the step with each of them.</source>
        <translation>Daten gehen durch einen Schritt; den Schritt mit jedem von ihnen verbinden.</translation>
    </message>
    <message>
        <source>Data store reference</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Decide with a gateway, a script or a block instead.</source>
        <translation>Stattdessen mit einem Gateway, einem Skript oder einem Block entscheiden.</translation>
    </message>
    <message>
        <source>Define the event in the node itself.</source>
        <translation>Das Ereignis im Knoten selbst festlegen.</translation>
    </message>
    <message>
        <source>Delete it and heal the flow.</source>
        <translation>Löschen und den Fluss schließen.</translation>
    </message>
    <message>
        <source>Delete it and heal.</source>
        <translation>Löschen und den Fluss schließen.</translation>
    </message>
    <message>
        <source>Delete it.</source>
        <translation>Löschen.</translation>
    </message>
    <message>
        <source>Delete one of them.</source>
        <translation>Einen davon löschen.</translation>
    </message>
    <message>
        <source>Delete or change the flow first.</source>
        <translation>Zuerst den Fluss löschen oder ändern.</translation>
    </message>
    <message>
        <source>Delete the &lt;!DOCTYPE …&gt; at its beginning; BPMN needs none.</source>
        <translation>Das &lt;!DOCTYPE …&gt; am Anfang löschen; BPMN braucht keins.</translation>
    </message>
    <message>
        <source>Delete the boundary event first.</source>
        <translation>Zuerst das angeheftete Ereignis löschen.</translation>
    </message>
    <message>
        <source>Delete the condition, or add the other ways.</source>
        <translation>Die Bedingung löschen oder die anderen Wege ergänzen.</translation>
    </message>
    <message>
        <source>Delete the condition, or use an inclusive gateway.</source>
        <translation>Die Bedingung löschen oder ein inklusives Gateway verwenden.</translation>
    </message>
    <message>
        <source>Delete the condition.</source>
        <translation>Die Bedingung löschen.</translation>
    </message>
    <message>
        <source>Delete the event.</source>
        <translation>Das Ereignis löschen.</translation>
    </message>
    <message>
        <source>Delete the flow.</source>
        <translation>Den Fluss löschen.</translation>
    </message>
    <message>
        <source>Delete the flow; only an association leads to it.</source>
        <translation>Den Fluss löschen; nur eine Assoziation führt dorthin.</translation>
    </message>
    <message>
        <source>Delete them.</source>
        <translation>Löschen.</translation>
    </message>
    <message>
        <source>Delete what stands in it, or move it elsewhere.</source>
        <translation>Löschen, was darin steht, oder es anderswohin verschieben.</translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation>{what} löschen</translation>
    </message>
    <message>
        <source>Deploy first: procos deploy FILE --store STORE.</source>
        <translation>Zuerst bereitstellen: procos deploy DATEI --store SPEICHER.</translation>
    </message>
    <message>
        <source>Deploy one of them, or give one of the processes another id.</source>
        <translation>Eine davon bereitstellen oder einem der Prozesse eine andere ID geben.</translation>
    </message>
    <message>
        <source>Describe {label_of}</source>
        <translation>{label_of} beschreiben</translation>
    </message>
    <message>
        <source>Detach it first.</source>
        <translation>Zuerst ablösen.</translation>
    </message>
    <message>
        <source>Detach {what}</source>
        <translation>{what} ablösen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Draw or select some blocks first.</source>
        <translation>Zuerst einige Blöcke zeichnen oder auswählen.</translation>
    </message>
    <message>
        <source>Draw pools that exchange messages to see and run it here.</source>
        <translation>Pools zeichnen, die Nachrichten austauschen, um es hier zu sehen und auszuführen.</translation>
    </message>
    <message>
        <source>Draw something in it first.</source>
        <translation>Zuerst etwas hineinzeichnen.</translation>
    </message>
    <message>
        <source>Draw the flow again.</source>
        <translation>Den Fluss neu zeichnen.</translation>
    </message>
    <message>
        <source>Draw the loop with a decision, or use a multi-instance.</source>
        <translation>Die Schleife mit einer Entscheidung zeichnen oder eine Mehrfachinstanz verwenden.</translation>
    </message>
    <message>
        <source>Draw what is not drawn</source>
        <translation>Ungezeichnetes zeichnen</translation>
    </message>
    <message>
        <source>Drop it on a task or a sub-process.</source>
        <translation>Auf einer Aufgabe oder einem Teilprozess loslassen.</translation>
    </message>
    <message>
        <source>Drop it on the border of a task or a sub-process.</source>
        <translation>Auf dem Rand einer Aufgabe oder eines Teilprozesses loslassen.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Edit the XML</source>
        <translation>XML bearbeiten</translation>
    </message>
    <message>
        <source>Element cancelled</source>
        <translation>Element abgebrochen</translation>
    </message>
    <message>
        <source>Element completed</source>
        <translation>Element abgeschlossen</translation>
    </message>
    <message>
        <source>Element entered</source>
        <translation>Element betreten</translation>
    </message>
    <message>
        <source>End event</source>
        <translation>Endereignis</translation>
    </message>
    <message>
        <source>End it inside, and go on from the sub-process; between pools use a message flow.</source>
        <translation>Innen enden lassen und vom Teilprozess aus weiterführen; zwischen Pools einen Nachrichtenfluss verwenden.</translation>
    </message>
    <message>
        <source>Error thrown</source>
        <translation>Fehler ausgelöst</translation>
    </message>
    <message>
        <source>Escalation thrown</source>
        <translation>Eskalation ausgelöst</translation>
    </message>
    <message>
        <source>Event based gateway</source>
        <translation>Ereignisbasiertes Gateway</translation>
    </message>
    <message>
        <source>Event uncaught</source>
        <translation>Ereignis nicht gefangen</translation>
    </message>
    <message>
        <source>Exclusive and parallel gateways are easier to read.</source>
        <translation>Exklusive und parallele Gateways liest man leichter.</translation>
    </message>
    <message>
        <source>Exclusive gateway</source>
        <translation>Exklusives Gateway</translation>
    </message>
    <message>
        <source>Expand {label_of}</source>
        <translation>{label_of} aufklappen</translation>
    </message>
    <message>
        <source>Export for {name}</source>
        <translation>Export für {name}</translation>
    </message>
    <message>
        <source>Fill in &apos;to&apos;.</source>
        <translation>&apos;to&apos; ausfüllen.</translation>
    </message>
    <message>
        <source>Fill in the code first.</source>
        <translation>Zuerst den Code ausfüllen.</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>Ausfüllen.</translation>
    </message>
    <message>
        <source>Flow taken</source>
        <translation>Fluss genommen</translation>
    </message>
    <message>
        <source>Flows join steps, events, gateways, pools, data and annotations only.</source>
        <translation>Flüsse verbinden nur Schritte, Ereignisse, Gateways, Pools, Daten und Anmerkungen.</translation>
    </message>
    <message>
        <source>Flows lead into these blocks in several places.</source>
        <translation>In diese Blöcke führen an mehreren Stellen Flüsse hinein.</translation>
    </message>
    <message>
        <source>Flows lead out of these blocks to several places.</source>
        <translation>Aus diesen Blöcken führen Flüsse an mehrere Stellen hinaus.</translation>
    </message>
    <message>
        <source>Free some space, or store elsewhere.</source>
        <translation>Platz schaffen oder anderswo speichern.</translation>
    </message>
    <message>
        <source>From “{label}” no end can be reached.</source>
        <translation>Von „{label}“ aus ist kein Ende erreichbar.</translation>
    </message>
    <message>
        <source>Give a cardinality or a collection.</source>
        <translation>Eine Anzahl oder Liste angeben.</translation>
    </message>
    <message>
        <source>Give a date, a duration or a cycle.</source>
        <translation>Einen Zeitpunkt, eine Dauer oder eine Wiederkehr angeben.</translation>
    </message>
    <message>
        <source>Give a number or a collection.</source>
        <translation>Eine Anzahl oder Liste angeben.</translation>
    </message>
    <message>
        <source>Give each a condition, but the default.</source>
        <translation>Jedem außer dem Standard eine Bedingung geben.</translation>
    </message>
    <message>
        <source>Give it a condition or a maximum.</source>
        <translation>Eine Bedingung oder ein Höchstmaß angeben.</translation>
    </message>
    <message>
        <source>Give it a condition such as ${x &gt; 1}, or make it the default flow.</source>
        <translation>Eine Bedingung wie ${x &gt; 1} angeben oder ihn zum Standardfluss machen.</translation>
    </message>
    <message>
        <source>Give it a name, or remove its row.</source>
        <translation>Geben Sie ihm einen Namen, oder entfernen Sie seine Zeile.</translation>
    </message>
    <message>
        <source>Give it a topic (external task).</source>
        <translation>Ein Topic angeben (externe Aufgabe).</translation>
    </message>
    <message>
        <source>Give it a topic.</source>
        <translation>Ein Topic angeben.</translation>
    </message>
    <message>
        <source>Give it an event ({join}) and a class, expression or script.</source>
        <translation>Ein Ereignis ({join}) und eine Klasse, einen Ausdruck oder ein Skript angeben.</translation>
    </message>
    <message>
        <source>Give it {attribute}.</source>
        <translation>{attribute} angeben.</translation>
    </message>
    <message>
        <source>Give one another id.</source>
        <translation>Einem eine andere ID geben.</translation>
    </message>
    <message>
        <source>Give one of them another id.</source>
        <translation>Einem davon eine andere ID geben.</translation>
    </message>
    <message>
        <source>Give the loop a way out: a decision, a boundary event or an end.</source>
        <translation>Der Schleife einen Ausweg geben: eine Entscheidung, ein angeheftetes Ereignis oder ein Ende.</translation>
    </message>
    <message>
        <source>Give the other way a catch event of its own.</source>
        <translation>Dem anderen Weg ein eigenes fangendes Ereignis geben.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Implicit throw event</source>
        <translation>Implizites werfendes Ereignis</translation>
    </message>
    <message>
        <source>Incident raised</source>
        <translation>Störung gemeldet</translation>
    </message>
    <message>
        <source>Incident resolved</source>
        <translation>Störung behoben</translation>
    </message>
    <message>
        <source>Inclusive gateway</source>
        <translation>Inklusives Gateway</translation>
    </message>
    <message>
        <source>Inputs and outputs</source>
        <translation>Eingaben und Ausgaben</translation>
    </message>
    <message>
        <source>Insert {label}</source>
        <translation>{label} einfügen</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>Die neuere Version installieren.</translation>
    </message>
    <message>
        <source>Instance cancelled</source>
        <translation>Instanz abgebrochen</translation>
    </message>
    <message>
        <source>Instance completed</source>
        <translation>Instanz abgeschlossen</translation>
    </message>
    <message>
        <source>Instance failed</source>
        <translation>Instanz gescheitert</translation>
    </message>
    <message>
        <source>Instance migrated</source>
        <translation>Instanz umgezogen</translation>
    </message>
    <message>
        <source>Instance started</source>
        <translation>Instanz gestartet</translation>
    </message>
    <message>
        <source>Intermediate catch event</source>
        <translation>Fangendes Zwischenereignis</translation>
    </message>
    <message>
        <source>Intermediate throw event</source>
        <translation>Werfendes Zwischenereignis</translation>
    </message>
    <message>
        <source>It becomes that of version {version}; changes made here go</source>
        <translation>Es wird das der Version {version}; Änderungen, die hier gemacht wurden, gehen verloren</translation>
    </message>
    <message>
        <source>It cannot run.</source>
        <translation>Es ist nicht ausführbar.</translation>
    </message>
    <message>
        <source>It comes back</source>
        <translation>Es kommt wieder</translation>
    </message>
    <message>
        <source>It did not set “{name}”.</source>
        <translation>„{name}“ wurde nicht gesetzt.</translation>
    </message>
    <message>
        <source>It goes</source>
        <translation>Es geht</translation>
    </message>
    <message>
        <source>It has to match {pattern}.</source>
        <translation>Es muss zu {pattern} passen.</translation>
    </message>
    <message>
        <source>It is kept as it is and runs; bring the library up to date.</source>
        <translation>Er bleibt, wie er ist, und läuft; die Bibliothek auf den neuen Stand bringen.</translation>
    </message>
    <message>
        <source>It is kept as {path}.</source>
        <translation>Sie bleibt als {path} erhalten.</translation>
    </message>
    <message>
        <source>It is left out when the diagram is exported.</source>
        <translation>Beim Export wird es weggelassen.</translation>
    </message>
    <message>
        <source>It is open in another tab.</source>
        <translation>Sie ist in einem anderen Reiter offen.</translation>
    </message>
    <message>
        <source>It is too long to be tried against its pattern.</source>
        <translation>Es ist zu lang, um es am Muster zu prüfen.</translation>
    </message>
    <message>
        <source>It may have been completed or cancelled in the meantime.</source>
        <translation>Vielleicht wurde sie inzwischen abgeschlossen oder abgebrochen.</translation>
    </message>
    <message>
        <source>It may have been deleted.</source>
        <translation>Vielleicht wurde es gelöscht.</translation>
    </message>
    <message>
        <source>It may have been tried again or cancelled in the meantime.</source>
        <translation>Vielleicht wurde es inzwischen wiederholt oder abgebrochen.</translation>
    </message>
    <message>
        <source>It stays</source>
        <translation>Es bleibt</translation>
    </message>
    <message>
        <source>It stays away</source>
        <translation>Es bleibt weg</translation>
    </message>
    <message>
        <source>It still runs; add the block&apos;s folder to the library to edit it in a form.</source>
        <translation>Er läuft trotzdem; mit dem Ordner des Blocks in der Bibliothek lässt er sich im Formular bearbeiten.</translation>
    </message>
    <message>
        <source>Its inside holds no subsystem that bears the stamp “{id}”.</source>
        <translation>Sein Inneres enthält keinen Teilprozess mit dem Stempel „{id}“.</translation>
    </message>
    <message>
        <source>Join the ways with a parallel gateway first, if it should run once.</source>
        <translation>Soll es einmal laufen, die Wege zuerst mit einem parallelen Gateway zusammenführen.</translation>
    </message>
    <message>
        <source>Join with an exclusive gateway, or split with a parallel one.</source>
        <translation>Mit einem exklusiven Gateway zusammenführen oder mit einem parallelen verzweigen.</translation>
    </message>
    <message>
        <source>Keep both ends inside the same sub-process.</source>
        <translation>Beide Enden im selben Teilprozess lassen.</translation>
    </message>
    <message>
        <source>Keep it again, or correct the file.</source>
        <translation>Behalten Sie es noch einmal, oder berichtigen Sie die Datei.</translation>
    </message>
    <message>
        <source>Keep it as a secret, and write ${secret(&quot;name&quot;)}.</source>
        <translation>Als Geheimnis ablegen und ${secret(&quot;name&quot;)} schreiben.</translation>
    </message>
    <message>
        <source>Keep it in a file or a variable instead.</source>
        <translation>Stattdessen in einer Datei oder Variablen ablegen.</translation>
    </message>
    <message>
        <source>Keep it in a file, and its name here.</source>
        <translation>Legen Sie ihn in eine Datei, und deren Namen hierher.</translation>
    </message>
    <message>
        <source>Keep one of them, and split behind it with a gateway.</source>
        <translation>Lassen Sie eines davon stehen, und verzweigen Sie dahinter mit einem Gateway.</translation>
    </message>
    <message>
        <source>Keep one of them, or let them wait for different things.</source>
        <translation>Eins davon behalten oder sie auf Verschiedenes warten lassen.</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>Eins davon behalten.</translation>
    </message>
    <message>
        <source>Keep one.</source>
        <translation>Eins behalten.</translation>
    </message>
    <message>
        <source>Keep one; give the others a message, timer or signal.</source>
        <translation>Eins behalten; den anderen eine Nachricht, einen Timer oder ein Signal geben.</translation>
    </message>
    <message>
        <source>Keep the file for a rescue, and choose another one.</source>
        <translation>Die Datei für eine Rettung aufheben und eine andere wählen.</translation>
    </message>
    <message>
        <source>Keep the file for a rescue.</source>
        <translation>Die Datei für eine Rettung aufheben.</translation>
    </message>
    <message>
        <source>Keep the file for a rescue; what it tells of the past can still be read.</source>
        <translation>Die Datei für eine Rettung aufheben; was sie über Vergangenes sagt, ist noch lesbar.</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Lane</translation>
    </message>
    <message>
        <source>Lanes divide a pool or another lane.</source>
        <translation>Lanes teilen einen Pool oder eine andere Lane.</translation>
    </message>
    <message>
        <source>Lanes divide a pool that is drawn here.</source>
        <translation>Lanes teilen einen Pool, der hier gezeichnet ist.</translation>
    </message>
    <message>
        <source>Lanes divide a pool that is drawn.</source>
        <translation>Lanes teilen einen Pool, der gezeichnet ist.</translation>
    </message>
    <message>
        <source>Lanes move with their pool.</source>
        <translation>Lanes bewegen sich mit ihrem Pool.</translation>
    </message>
    <message>
        <source>Leave it out of the selection.</source>
        <translation>Lassen Sie es aus der Auswahl.</translation>
    </message>
    <message>
        <source>Leave the tenant out.</source>
        <translation>Den Mandanten weglassen.</translation>
    </message>
    <message>
        <source>Let it interrupt, or choose another kind of event: {kinds}.</source>
        <translation>Lassen Sie es unterbrechen, oder wählen Sie eine andere Art von Ereignis: {kinds}.</translation>
    </message>
    <message>
        <source>Let it wait.</source>
        <translation>Es warten lassen.</translation>
    </message>
    <message>
        <source>Letters, digits and _, a letter first.</source>
        <translation>Buchstaben, Ziffern und _, zuerst ein Buchstabe.</translation>
    </message>
    <message>
        <source>Links lead to https addresses, and to documents in the folder of the diagram.</source>
        <translation>Links führen zu https-Adressen und zu Dokumenten im Ordner des Diagramms.</translation>
    </message>
    <message>
        <source>Listen to {join}.</source>
        <translation>Auf {join} lauschen.</translation>
    </message>
    <message>
        <source>Log written</source>
        <translation>Protokoll geschrieben</translation>
    </message>
    <message>
        <source>Make a block of it first.</source>
        <translation>Erst einen Block daraus bilden.</translation>
    </message>
    <message>
        <source>Make a block of {label}</source>
        <translation>Block aus {label} bilden</translation>
    </message>
    <message>
        <source>Make default flow</source>
        <translation>Zum Standardfluss machen</translation>
    </message>
    <message>
        <source>Make it external.</source>
        <translation>Sie extern machen.</translation>
    </message>
    <message>
        <source>Make it interrupting.</source>
        <translation>Es unterbrechend machen.</translation>
    </message>
    <message>
        <source>Make it simpler: no repetition inside a repetition, as in (a+)+.</source>
        <translation>Vereinfachen: keine Wiederholung in einer Wiederholung, wie in (a+)+.</translation>
    </message>
    <message>
        <source>Make one of its flows the default.</source>
        <translation>Einen seiner Flüsse zum Standard machen.</translation>
    </message>
    <message>
        <source>Make ordinary flow</source>
        <translation>Zum gewöhnlichen Fluss machen</translation>
    </message>
    <message>
        <source>Make space</source>
        <translation>Platz schaffen</translation>
    </message>
    <message>
        <source>Make subsystem</source>
        <translation>Teilprozess bilden</translation>
    </message>
    <message>
        <source>Make the folder, or take it off the library path.</source>
        <translation>Den Ordner anlegen oder aus dem Bibliothekspfad nehmen.</translation>
    </message>
    <message>
        <source>Manual task</source>
        <translation>Manuelle Aufgabe</translation>
    </message>
    <message>
        <source>Map them with in and out mappings instead.</source>
        <translation>Sie stattdessen mit Ein- und Ausgaben zuordnen.</translation>
    </message>
    <message>
        <source>Mark the activity as one that compensates.</source>
        <translation>Die Aktivität als kompensierend kennzeichnen.</translation>
    </message>
    <message>
        <source>Mark the process executable, if it is to run there.</source>
        <translation>Den Prozess als ausführbar kennzeichnen, wenn er dort laufen soll.</translation>
    </message>
    <message>
        <source>Mend the file in a text editor, or export it again from the tool that wrote it.</source>
        <translation>Die Datei in einem Texteditor berichtigen oder aus dem Werkzeug neu exportieren, das sie geschrieben hat.</translation>
    </message>
    <message>
        <source>Message awaited</source>
        <translation>Nachricht erwartet</translation>
    </message>
    <message>
        <source>Message correlated</source>
        <translation>Nachricht zugeordnet</translation>
    </message>
    <message>
        <source>Message flow</source>
        <translation>Nachrichtenfluss</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>Nachricht gesendet</translation>
    </message>
    <message>
        <source>Messages go from one pool to another, not within one.</source>
        <translation>Nachrichten gehen von einem Pool zu einem anderen, nicht innerhalb eines Pools.</translation>
    </message>
    <message>
        <source>Messages join pools, steps and message events only.</source>
        <translation>Nachrichten verbinden nur Pools, Schritte und Nachrichtenereignisse.</translation>
    </message>
    <message>
        <source>More inputs</source>
        <translation>Weitere Eingaben</translation>
    </message>
    <message>
        <source>More outputs</source>
        <translation>Weitere Ausgaben</translation>
    </message>
    <message>
        <source>More than {instances} instances live at once: “{called}” seems to call itself.</source>
        <translation>Mehr als {instances} Instanzen leben zugleich: „{called}“ ruft sich anscheinend selbst auf.</translation>
    </message>
    <message>
        <source>More than {most} instances live at once that started each other.</source>
        <translation>Mehr als {most} Instanzen, die einander gestartet haben, leben zugleich.</translation>
    </message>
    <message>
        <source>Move it there first.</source>
        <translation>Zuerst dorthin verschieben.</translation>
    </message>
    <message>
        <source>Move label</source>
        <translation>Beschriftung verschieben</translation>
    </message>
    <message>
        <source>Move the element into the lane again.</source>
        <translation>Das Element wieder in die Lane verschieben.</translation>
    </message>
    <message>
        <source>Move the element, or tidy the diagram.</source>
        <translation>Das Element verschieben oder das Diagramm aufräumen.</translation>
    </message>
    <message>
        <source>Move them apart, or tidy.</source>
        <translation>Auseinanderschieben oder aufräumen.</translation>
    </message>
    <message>
        <source>Move {label_of}</source>
        <translation>{label_of} verschieben</translation>
    </message>
    <message>
        <source>Move {what}</source>
        <translation>{what} verschieben</translation>
    </message>
    <message>
        <source>Name a closed sub-process, or leave it out.</source>
        <translation>Einen zugeklappten Teilprozess nennen oder die Angabe weglassen.</translation>
    </message>
    <message>
        <source>Name a collection.</source>
        <translation>Eine Liste nennen.</translation>
    </message>
    <message>
        <source>Name a correlation property of the file there.</source>
        <translation>Nennen Sie dort eine Korrelationseigenschaft der Datei.</translation>
    </message>
    <message>
        <source>Name an activity of the same scope.</source>
        <translation>Eine Aktivität desselben Bereichs nennen.</translation>
    </message>
    <message>
        <source>Name it; engines match by name.</source>
        <translation>Einen Namen geben; Engines ordnen nach Namen zu.</translation>
    </message>
    <message>
        <source>Name one of its start events.</source>
        <translation>Eins seiner Startereignisse nennen.</translation>
    </message>
    <message>
        <source>Name the link it leads to.</source>
        <translation>Den Link nennen, zu dem es führt.</translation>
    </message>
    <message>
        <source>No flow that leaves “{name}” can be taken: no condition is true.</source>
        <translation>Kein Fluss, der „{name}“ verlässt, lässt sich nehmen: Keine Bedingung ist wahr.</translation>
    </message>
    <message>
        <source>No incident stands at the token {token}.</source>
        <translation>Am Token {token} steht keine Störung.</translation>
    </message>
    <message>
        <source>No link leads to “{name}”.</source>
        <translation>Kein Link führt zu „{name}“.</translation>
    </message>
    <message>
        <source>No user task waits at the token {token}.</source>
        <translation>Am Token {token} wartet keine Benutzeraufgabe.</translation>
    </message>
    <message>
        <source>No way leads from a start to “{label}”.</source>
        <translation>Kein Weg führt von einem Start zu „{label}“.</translation>
    </message>
    <message>
        <source>Nobody serves the topic “{topic}”.</source>
        <translation>Niemand bedient das Topic „{topic}“.</translation>
    </message>
    <message>
        <source>None of these blocks is older than the library.</source>
        <translation>Keiner dieser Blöcke ist älter als die Bibliothek.</translation>
    </message>
    <message>
        <source>Nothing answers at {place}.</source>
        <translation>Unter {place} antwortet nichts.</translation>
    </message>
    <message>
        <source>Nothing can be put here; drop it on a process, a pool, a lane or a sub-process.</source>
        <translation>Hier lässt sich nichts ablegen; auf einem Prozess, Pool, Teilprozess oder einer Lane loslassen.</translation>
    </message>
    <message>
        <source>Nothing can come nearer: what stands on both sides of the line leaves no room.</source>
        <translation>Nichts kann näher kommen: Was auf beiden Seiten der Linie steht, lässt keinen Platz.</translation>
    </message>
    <message>
        <source>Nothing can follow an end event.</source>
        <translation>Auf ein Endereignis kann nichts folgen.</translation>
    </message>
    <message>
        <source>Nothing can lead to a boundary event; its step triggers it.</source>
        <translation>Zu einem angehefteten Ereignis kann nichts führen; sein Schritt löst es aus.</translation>
    </message>
    <message>
        <source>Nothing can lead to a start event.</source>
        <translation>Zu einem Startereignis kann nichts führen.</translation>
    </message>
    <message>
        <source>Nothing inside “{label}” leads on to what follows it.</source>
        <translation>Nichts in „{label}“ führt weiter zu dem, was folgt.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>Nothing lies there that could make way.</source>
        <translation>Dort liegt nichts, was Platz machen könnte.</translation>
    </message>
    <message>
        <source>One of the flows would not fit any more.</source>
        <translation>Einer der Flüsse passte nicht mehr.</translation>
    </message>
    <message>
        <source>Only decisions and steps have a default flow.</source>
        <translation>Nur Entscheidungen und Schritte haben einen Standardfluss.</translation>
    </message>
    <message>
        <source>Only steps, and events between them, can be commented out.</source>
        <translation>Nur Schritte und Ereignisse dazwischen lassen sich auskommentieren.</translation>
    </message>
    <message>
        <source>Only tasks, sub-processes and call activities carry boundary events.</source>
        <translation>Nur Aufgaben, Teilprozesse und Aufrufaktivitäten tragen angeheftete Ereignisse.</translation>
    </message>
    <message>
        <source>Open a file that holds it.</source>
        <translation>Eine Datei öffnen, die ihn enthält.</translation>
    </message>
    <message>
        <source>Open a file whose root is &lt;definitions&gt; in the BPMN 2.0 namespace.</source>
        <translation>Eine Datei öffnen, deren Wurzel &lt;definitions&gt; im Namensraum von BPMN 2.0 ist.</translation>
    </message>
    <message>
        <source>Open and save it in the studio.</source>
        <translation>Im Studio öffnen und speichern.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Öffnen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Open {label_of}</source>
        <translation>{label_of} öffnen</translation>
    </message>
    <message>
        <source>Parallel gateway</source>
        <translation>Paralleles Gateway</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste {len} elements</source>
        <translation>{len} Elemente einfügen</translation>
    </message>
    <message>
        <source>Place a link catch event of the same name beside it.</source>
        <translation>Ein Linkziel gleichen Namens daneben setzen.</translation>
    </message>
    <message>
        <source>Place a message, signal, timer or conditional event there.</source>
        <translation>Dort ein Nachrichten-, Signal-, Zeit- oder Bedingungsereignis setzen.</translation>
    </message>
    <message>
        <source>Place a start event and a block after it.</source>
        <translation>Ein Startereignis und einen Block dahinter setzen.</translation>
    </message>
    <message>
        <source>Place a start event and connect it to the first step.</source>
        <translation>Ein Startereignis setzen und mit dem ersten Schritt verbinden.</translation>
    </message>
    <message>
        <source>Place a start event.</source>
        <translation>Ein Startereignis setzen.</translation>
    </message>
    <message>
        <source>Place an end event after the last step.</source>
        <translation>Ein Endereignis nach dem letzten Schritt setzen.</translation>
    </message>
    <message>
        <source>Place one inside.</source>
        <translation>Eine hineinsetzen.</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Programs are not opened.</source>
        <translation>Programme werden nicht geöffnet.</translation>
    </message>
    <message>
        <source>Put a catching event (message, timer, signal, condition) between them.</source>
        <translation>Ein fangendes Ereignis (Nachricht, Timer, Signal, Bedingung) dazwischensetzen.</translation>
    </message>
    <message>
        <source>Put a gateway at its start.</source>
        <translation>Ein Gateway an seinen Anfang setzen.</translation>
    </message>
    <message>
        <source>Put a gateway behind it.</source>
        <translation>Ein Gateway dahintersetzen.</translation>
    </message>
    <message>
        <source>Put a message, signal, timer or conditional catch event there.</source>
        <translation>Dort ein fangendes Nachrichten-, Signal-, Zeit- oder Bedingungsereignis setzen.</translation>
    </message>
    <message>
        <source>Put an exclusive gateway before it.</source>
        <translation>Ein exklusives Gateway davorsetzen.</translation>
    </message>
    <message>
        <source>Put it into a sub-process.</source>
        <translation>In einen Teilprozess legen.</translation>
    </message>
    <message>
        <source>Put it into a subsystem and make a block of that.</source>
        <translation>In einen Teilprozess setzen und daraus einen Block bilden.</translation>
    </message>
    <message>
        <source>Put the blocks into a subsystem first.</source>
        <translation>Die Blöcke erst in einen Teilprozess setzen.</translation>
    </message>
    <message>
        <source>Put the file beside the diagram, or below its folder.</source>
        <translation>Die Datei neben das Diagramm oder unter dessen Ordner legen.</translation>
    </message>
    <message>
        <source>Put the gateway in front that says what is meant.</source>
        <translation>Das Gateway davorsetzen, das sagt, was gemeint ist.</translation>
    </message>
    <message>
        <source>Put the script into the task.</source>
        <translation>Das Skript in die Aufgabe schreiben.</translation>
    </message>
    <message>
        <source>Put them on an activity.</source>
        <translation>An eine Aktivität setzen.</translation>
    </message>
    <message>
        <source>Receive task</source>
        <translation>Empfangsaufgabe</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Reload the file</source>
        <translation>Datei neu laden</translation>
    </message>
    <message>
        <source>Remove the result variable; the class sets variables itself.</source>
        <translation>Die Ergebnisvariable entfernen; die Klasse setzt Variablen selbst.</translation>
    </message>
    <message>
        <source>Rename one.</source>
        <translation>Eins umbenennen.</translation>
    </message>
    <message>
        <source>Rename variable {old} to {new}</source>
        <translation>Variable {old} in {new} umbenennen</translation>
    </message>
    <message>
        <source>Rename {label_of}</source>
        <translation>{label_of} umbenennen</translation>
    </message>
    <message>
        <source>Replace it with a block from the library, or give it a topic.</source>
        <translation>Durch einen Block der Bibliothek ersetzen oder ein Topic angeben.</translation>
    </message>
    <message>
        <source>Replace texts</source>
        <translation>Texte ersetzen</translation>
    </message>
    <message>
        <source>Replace the block first.</source>
        <translation>Zuerst den Block ersetzen.</translation>
    </message>
    <message>
        <source>Replace the element instead.</source>
        <translation>Stattdessen das Element ersetzen.</translation>
    </message>
    <message>
        <source>Replace the start event with one of the right kind.</source>
        <translation>Das Startereignis durch eins der richtigen Art ersetzen.</translation>
    </message>
    <message>
        <source>Replace {label_of}</source>
        <translation>{label_of} ersetzen</translation>
    </message>
    <message>
        <source>Reroute</source>
        <translation>Neu führen</translation>
    </message>
    <message>
        <source>Resize {label_of}</source>
        <translation>Größe von {label_of} ändern</translation>
    </message>
    <message>
        <source>Retry scheduled</source>
        <translation>Wiederholung geplant</translation>
    </message>
    <message>
        <source>Save the block again.</source>
        <translation>Den Block noch einmal speichern.</translation>
    </message>
    <message>
        <source>Save the block first.</source>
        <translation>Erst den Block speichern.</translation>
    </message>
    <message>
        <source>Save the diagram first.</source>
        <translation>Zuerst das Diagramm speichern.</translation>
    </message>
    <message>
        <source>Saving from the studio after an edit here corrects it.</source>
        <translation>Speichern aus dem Studio nach einer Änderung hier berichtigt es.</translation>
    </message>
    <message>
        <source>Say in a few words what it is.</source>
        <translation>In wenigen Worten sagen, was es ist.</translation>
    </message>
    <message>
        <source>Say source (or sourceExpression) and target.</source>
        <translation>source (oder sourceExpression) und target angeben.</translation>
    </message>
    <message>
        <source>Say {stem}{wanted}.</source>
        <translation>{stem}{wanted} angeben.</translation>
    </message>
    <message>
        <source>Script task</source>
        <translation>Skriptaufgabe</translation>
    </message>
    <message>
        <source>Scripts in “{language}” cannot be run here; write it in python.</source>
        <translation>Skripte in „{language}“ laufen hier nicht; in Python schreiben.</translation>
    </message>
    <message>
        <source>Select a block in a flow first.</source>
        <translation>Zuerst einen Block in einem Fluss auswählen.</translation>
    </message>
    <message>
        <source>Select a block.</source>
        <translation>Einen Block auswählen.</translation>
    </message>
    <message>
        <source>Select at least {least} blocks for this.</source>
        <translation>Dafür mindestens {least} Blöcke auswählen.</translation>
    </message>
    <message>
        <source>Select blocks and copy them first. What another window copied may go when that is closed.</source>
        <translation>Wählen und kopieren Sie zuerst Blöcke. Was ein anderes Fenster kopiert hat, kann verschwinden, wenn es geschlossen wird.</translation>
    </message>
    <message>
        <source>Select blocks or flows first.</source>
        <translation>Zuerst Blöcke oder Flüsse auswählen.</translation>
    </message>
    <message>
        <source>Select some blocks first.</source>
        <translation>Zuerst einige Blöcke auswählen.</translation>
    </message>
    <message>
        <source>Send task</source>
        <translation>Sendeaufgabe</translation>
    </message>
    <message>
        <source>Sequence flow</source>
        <translation>Sequenzfluss</translation>
    </message>
    <message>
        <source>Service task</source>
        <translation>Serviceaufgabe</translation>
    </message>
    <message>
        <source>Set condition</source>
        <translation>Bedingung setzen</translation>
    </message>
    <message>
        <source>Set the level to low, if the script may be trusted so far.</source>
        <translation>Die Stufe auf niedrig setzen, wenn dem Skript so weit zu trauen ist.</translation>
    </message>
    <message>
        <source>Set {count} parameters back to their defaults</source>
        <translation>{count} Parameter auf ihre Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <source>Set {label}</source>
        <translation>{label} setzen</translation>
    </message>
    <message>
        <source>Set {label} of {count} blocks</source>
        <translation>{label} von {count} Blöcken setzen</translation>
    </message>
    <message>
        <source>Set {rpartition}</source>
        <translation>{rpartition} setzen</translation>
    </message>
    <message>
        <source>Several catches are called “{name}”.</source>
        <translation>Mehrere Linkziele heißen „{name}“.</translation>
    </message>
    <message>
        <source>Several flows enter “{label}”; it does not wait for all of them.</source>
        <translation>Mehrere Flüsse führen in „{label}“; es wartet nicht auf alle.</translation>
    </message>
    <message>
        <source>Signal thrown</source>
        <translation>Signal ausgelöst</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>Auf mehrere Dateien verteilen.</translation>
    </message>
    <message>
        <source>Split it up.</source>
        <translation>Aufteilen.</translation>
    </message>
    <message>
        <source>Split {label_of}</source>
        <translation>{label_of} teilen</translation>
    </message>
    <message>
        <source>Stage finished</source>
        <translation>Stufe beendet</translation>
    </message>
    <message>
        <source>Stage noted</source>
        <translation>Stufe meldet</translation>
    </message>
    <message>
        <source>Stage started</source>
        <translation>Stufe begonnen</translation>
    </message>
    <message>
        <source>Start event</source>
        <translation>Startereignis</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Erneut starten.</translation>
    </message>
    <message>
        <source>Steps stand inside a pool; drop this into one.</source>
        <translation>Schritte stehen in einem Pool; in einem loslassen.</translation>
    </message>
    <message>
        <source>Sub process</source>
        <translation>Teilprozess</translation>
    </message>
    <message>
        <source>Switch patterns off to look for the very characters.</source>
        <translation>Muster abschalten, um genau diese Zeichen zu suchen.</translation>
    </message>
    <message>
        <source>Take the mark away.</source>
        <translation>Die Kennzeichnung entfernen.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Text annotation</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>The BPMN schema is missing: install ProcOS Studio again.</source>
        <translation>Das BPMN-Schema fehlt: ProcOS Studio neu installieren.</translation>
    </message>
    <message>
        <source>The PNG would have {wide} × {high} pixels, which is more than fits into the memory.</source>
        <translation>Das PNG hätte {wide} × {high} Pixel, mehr als in den Speicher passt.</translation>
    </message>
    <message>
        <source>The XML was not taken over, as line {line} is wrong.</source>
        <translation>Das XML wurde nicht übernommen, da Zeile {line} falsch ist.</translation>
    </message>
    <message>
        <source>The answer is larger than {largest} MB.</source>
        <translation>Die Antwort ist größer als {largest} MB.</translation>
    </message>
    <message>
        <source>The answer is no JSON: {exc}.</source>
        <translation>Die Antwort ist kein JSON: {exc}.</translation>
    </message>
    <message>
        <source>The block</source>
        <translation>Der Block</translation>
    </message>
    <message>
        <source>The block cannot be read: {failure}.</source>
        <translation>Der Block ist nicht lesbar: {failure}.</translation>
    </message>
    <message>
        <source>The block could not be saved: {strerror}.</source>
        <translation>Der Block ließ sich nicht speichern: {strerror}.</translation>
    </message>
    <message>
        <source>The block has no name.</source>
        <translation>Der Block hat keinen Namen.</translation>
    </message>
    <message>
        <source>The block is in no library yet.</source>
        <translation>Der Block ist noch in keiner Bibliothek.</translation>
    </message>
    <message>
        <source>The block is no JSON: {msg}.</source>
        <translation>Der Block ist kein JSON: {msg}.</translation>
    </message>
    <message>
        <source>The called process “{called}” {lacking}.</source>
        <translation>Der aufgerufene Prozess „{called}“ {lacking}.</translation>
    </message>
    <message>
        <source>The condition of the breakpoint has no value: {reason}.</source>
        <translation>Die Bedingung des Haltepunkts hat keinen Wert: {reason}.</translation>
    </message>
    <message>
        <source>The condition of “{label}” is a script in “{language}”, not an expression.</source>
        <translation>Die Bedingung von „{label}“ ist ein Skript in „{language}“, kein Ausdruck.</translation>
    </message>
    <message>
        <source>The condition of “{label}” is written in “{language}”.</source>
        <translation>Die Bedingung von „{label}“ ist in „{language}“ geschrieben.</translation>
    </message>
    <message>
        <source>The condition “{strip}” is a text, neither true nor false.</source>
        <translation>Die Bedingung „{strip}“ ist ein Text, weder wahr noch falsch.</translation>
    </message>
    <message>
        <source>The condition “{text}” is a plain text, not an expression.</source>
        <translation>Die Bedingung „{text}“ ist bloßer Text, kein Ausdruck.</translation>
    </message>
    <message>
        <source>The copy holds an edit that does not fit.</source>
        <translation>Die Kopie enthält eine Änderung, die nicht passt.</translation>
    </message>
    <message>
        <source>The correlation key “{called}” names “{name}”, which is no correlation property.</source>
        <translation>Der Korrelationsschlüssel „{called}“ nennt „{name}“, was keine Korrelationseigenschaft ist.</translation>
    </message>
    <message>
        <source>The correlation path “{text}” is not read, so messages are not told apart by it.</source>
        <translation>Der Korrelationspfad „{text}“ wird nicht gelesen, daher unterscheidet er keine Nachrichten.</translation>
    </message>
    <message>
        <source>The default does not do. {message}</source>
        <translation>Die Vorgabe passt nicht. {message}</translation>
    </message>
    <message>
        <source>The default flow of “{label}” does not leave it.</source>
        <translation>Der Standardfluss von „{label}“ führt nicht hinaus.</translation>
    </message>
    <message>
        <source>The drawing has a coordinate {name}=“{get}”, which cannot be shown.</source>
        <translation>Die Zeichnung hat eine Koordinate {name}=„{get}“, die sich nicht zeigen lässt.</translation>
    </message>
    <message>
        <source>The drawing shows “{shows}”, which does not exist.</source>
        <translation>Die Zeichnung zeigt „{shows}“, das es nicht gibt.</translation>
    </message>
    <message>
        <source>The due date of “{label}” cannot be read and is left out.</source>
        <translation>Die Fälligkeit von „{label}“ ist nicht lesbar und wird weggelassen.</translation>
    </message>
    <message>
        <source>The e-mail has no recipient.</source>
        <translation>Die E-Mail hat keinen Empfänger.</translation>
    </message>
    <message>
        <source>The family “{standard}” is BPMN&apos;s own.</source>
        <translation>Die Familie „{standard}“ gehört BPMN selbst.</translation>
    </message>
    <message>
        <source>The family “{standard}” is BPMN&apos;s own: move the block to another folder.</source>
        <translation>Die Familie „{standard}“ gehört BPMN selbst: den Block in einen anderen Ordner legen.</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>Die Datei ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The file declares a document type, which is not safe to read.</source>
        <translation>Die Datei deklariert einen Dokumenttyp, was nicht sicher zu lesen ist.</translation>
    </message>
    <message>
        <source>The file has no drawing; it gets one when it is opened.</source>
        <translation>Die Datei hat keine Zeichnung; beim Öffnen bekommt sie eine.</translation>
    </message>
    <message>
        <source>The file has {excess}.</source>
        <translation>Die Datei hat {excess}.</translation>
    </message>
    <message>
        <source>The file is a link that leads out of the library.</source>
        <translation>Die Datei ist eine Verknüpfung, die aus der Bibliothek hinausführt.</translation>
    </message>
    <message>
        <source>The file is larger than 50 MB.</source>
        <translation>Die Datei ist größer als 50 MB.</translation>
    </message>
    <message>
        <source>The file is larger than {largest} MB.</source>
        <translation>Die Datei ist größer als {largest} MB.</translation>
    </message>
    <message>
        <source>The file of its inside cannot be read: {strerror}.</source>
        <translation>Die Datei seines Inneren ist nicht lesbar: {strerror}.</translation>
    </message>
    <message>
        <source>The flow ends at “{label}”; inside a subsystem it would go on to what follows.</source>
        <translation>Der Fluss endet bei „{label}“; in einem Teilprozess ginge er zu dem weiter, was folgt.</translation>
    </message>
    <message>
        <source>The flow from “{label}” to “{label2}” crosses the border of a sub-process or pool.</source>
        <translation>Der Fluss von „{label}“ zu „{label2}“ überquert die Grenze eines Teilprozesses oder Pools.</translation>
    </message>
    <message>
        <source>The flow from “{label}” to “{label2}” crosses the border of a sub-process.</source>
        <translation>Der Fluss von „{label}“ zu „{label2}“ überquert die Grenze eines Teilprozesses.</translation>
    </message>
    <message>
        <source>The flow from “{label}” to “{target}” has no condition and is not the default.</source>
        <translation>Der Fluss von „{label}“ zu „{target}“ hat keine Bedingung und ist nicht der Standard.</translation>
    </message>
    <message>
        <source>The flow is not drawn, so nothing can be put on it.</source>
        <translation>Der Fluss ist nicht gezeichnet, daher lässt sich nichts auf ihn setzen.</translation>
    </message>
    <message>
        <source>The flow “{label}” does not join two elements of “{label2}”.</source>
        <translation>Der Fluss „{label}“ verbindet nicht zwei Elemente von „{label2}“.</translation>
    </message>
    <message>
        <source>The folder cannot be read: {strerror}.</source>
        <translation>Der Ordner ist nicht lesbar: {strerror}.</translation>
    </message>
    <message>
        <source>The folder holds more than {most} blocks; the rest is left out.</source>
        <translation>Der Ordner enthält mehr als {most} Blöcke; der Rest bleibt weg.</translation>
    </message>
    <message>
        <source>The folder of the library path does not exist.</source>
        <translation>Den Ordner des Bibliothekspfads gibt es nicht.</translation>
    </message>
    <message>
        <source>The format {config} is not one of {known}.</source>
        <translation>Das Format {config} ist keins von {known}.</translation>
    </message>
    <message>
        <source>The id “{id}” belongs to the block “{name}” already.</source>
        <translation>Die ID „{id}“ gehört schon zum Block „{name}“.</translation>
    </message>
    <message>
        <source>The id “{key}” stands more than once; references to it mean the first.</source>
        <translation>Die ID „{key}“ steht mehrfach da; Verweise meinen die erste.</translation>
    </message>
    <message>
        <source>The id “{written}” stands more than once; references to it mean the first.</source>
        <translation>Die ID „{written}“ steht mehrfach da; Verweise meinen die erste.</translation>
    </message>
    <message>
        <source>The inside holds no subsystem that bears the stamp “{id}”.</source>
        <translation>Das Innere enthält keinen Teilprozess mit dem Stempel „{id}“.</translation>
    </message>
    <message>
        <source>The inside is no BPMN that can be read: {message}</source>
        <translation>Das Innere ist kein lesbares BPMN: {message}</translation>
    </message>
    <message>
        <source>The lane is not drawn.</source>
        <translation>Die Lane ist nicht gezeichnet.</translation>
    </message>
    <message>
        <source>The lane “{label}” names “{text}”, which does not exist.</source>
        <translation>Die Lane „{label}“ nennt „{text}“, das es nicht gibt.</translation>
    </message>
    <message>
        <source>The library does not hold the block “{id}”.</source>
        <translation>Die Bibliothek enthält den Block „{id}“ nicht.</translation>
    </message>
    <message>
        <source>The library does not hold the inside of version {was}, so nobody can tell what was changed here.</source>
        <translation>Die Bibliothek hat das Innere der Version {was} nicht, darum kann niemand sagen, was hier geändert wurde.</translation>
    </message>
    <message>
        <source>The link “{name}” leads nowhere.</source>
        <translation>Der Link „{name}“ führt nirgendwohin.</translation>
    </message>
    <message>
        <source>The model&apos;s answer has no {part}.</source>
        <translation>Der Antwort des Modells fehlt {part}.</translation>
    </message>
    <message>
        <source>The model&apos;s answer holds no text.</source>
        <translation>Die Antwort des Modells enthält keinen Text.</translation>
    </message>
    <message>
        <source>The new version puts {labels} into another subsystem, which cannot be joined with changes made here.</source>
        <translation>Die neue Version setzt {labels} in ein anderes Subsystem, was sich mit den Änderungen hier nicht verbinden lässt.</translation>
    </message>
    <message>
        <source>The parameter &apos;code&apos; is no text.</source>
        <translation>Der Parameter &apos;code&apos; ist kein Text.</translation>
    </message>
    <message>
        <source>The parameter {name} holds no e-mail address: {text}.</source>
        <translation>Der Parameter {name} enthält keine E-Mail-Adresse: {text}.</translation>
    </message>
    <message>
        <source>The parameter {name} is no number.</source>
        <translation>Der Parameter {name} ist keine Zahl.</translation>
    </message>
    <message>
        <source>The parameter {name} is no web address.</source>
        <translation>Der Parameter {name} ist keine Webadresse.</translation>
    </message>
    <message>
        <source>The parameter “{id}” has no label.</source>
        <translation>Der Parameter „{id}“ hat keine Beschriftung.</translation>
    </message>
    <message>
        <source>The parameter “{name}” stands twice.</source>
        <translation>Der Parameter „{name}“ steht zweimal da.</translation>
    </message>
    <message>
        <source>The parameters of {topic} are wrong: {join}</source>
        <translation>Die Parameter von {topic} sind falsch: {join}</translation>
    </message>
    <message>
        <source>The pattern that it has to match {reason}.</source>
        <translation>Das Muster, dem es entsprechen muss, {reason}.</translation>
    </message>
    <message>
        <source>The picture “{path}” could not be written: {reason}.</source>
        <translation>Das Bild „{path}“ konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The process is stopped {reason}.</source>
        <translation>Der Prozess wird angehalten: {reason}.</translation>
    </message>
    <message>
        <source>The range of “{label}” ends before it begins.</source>
        <translation>Der Bereich von „{label}“ endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>The result is not as it should be: {wrong}</source>
        <translation>Das Ergebnis ist nicht, wie es sein soll: {wrong}</translation>
    </message>
    <message>
        <source>The result schema is no JSON object.</source>
        <translation>Das Ergebnisschema ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The result schema is no JSON: {exc}.</source>
        <translation>Das Ergebnisschema ist kein JSON: {exc}.</translation>
    </message>
    <message>
        <source>The retry time cycle {retries} is not understood; write for example R3/PT10S.</source>
        <translation>Die Wiederholungsangabe {retries} ist nicht verständlich; zum Beispiel R3/PT10S schreiben.</translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>Der Lauf wurde beendet.</translation>
    </message>
    <message>
        <source>The sandbox level “{level}” is not available here; the script does not run at a lower one.</source>
        <translation>Die Sandbox-Stufe „{level}“ gibt es hier nicht; auf einer niedrigeren läuft das Skript nicht.</translation>
    </message>
    <message>
        <source>The saved state is damaged: {failure}.</source>
        <translation>Der gespeicherte Zustand ist beschädigt: {failure}.</translation>
    </message>
    <message>
        <source>The saved state is damaged: {said}.</source>
        <translation>Der gespeicherte Zustand ist beschädigt: {said}.</translation>
    </message>
    <message>
        <source>The saved state was written by a newer ProcOS Studio.</source>
        <translation>Der gespeicherte Zustand stammt von einem neueren ProcOS Studio.</translation>
    </message>
    <message>
        <source>The scenario could not be saved: {strerror}.</source>
        <translation>Das Szenario ließ sich nicht speichern: {strerror}.</translation>
    </message>
    <message>
        <source>The scenario “{name}” cannot be read: {reason}.</source>
        <translation>Das Szenario „{name}“ ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The script and its variables cannot be handed over: {exc}.</source>
        <translation>Skript und Variablen lassen sich nicht übergeben: {exc}.</translation>
    </message>
    <message>
        <source>The script was stopped after {timeout} s.</source>
        <translation>Das Skript wurde nach {timeout} s angehalten.</translation>
    </message>
    <message>
        <source>The script “{label}” {said}.</source>
        <translation>Das Skript „{label}“ {said}.</translation>
    </message>
    <message>
        <source>The script&apos;s answer was refused: {exc}.</source>
        <translation>Die Antwort des Skripts wurde abgelehnt: {exc}.</translation>
    </message>
    <message>
        <source>The script&apos;s process ended without an answer ({cause}).</source>
        <translation>Der Prozess des Skripts endete ohne Antwort ({cause}).</translation>
    </message>
    <message>
        <source>The stage {name} met an unexpected error: {detail}</source>
        <translation>Die Stufe {name} traf auf einen unerwarteten Fehler: {detail}</translation>
    </message>
    <message>
        <source>The start “{label}” of “{label2}” {wanted}.</source>
        <translation>Der Start „{label}“ von „{label2}“ {wanted}.</translation>
    </message>
    <message>
        <source>The store is damaged: what it holds leads to “{str}”.</source>
        <translation>Der Speicher ist beschädigt: Was er enthält, führt zu „{str}“.</translation>
    </message>
    <message>
        <source>The store {message}.</source>
        <translation>Der Speicher {message}.</translation>
    </message>
    <message>
        <source>The subject has more than one line.</source>
        <translation>Der Betreff hat mehr als eine Zeile.</translation>
    </message>
    <message>
        <source>The text holds a control character, which XML cannot store.</source>
        <translation>Der Text enthält ein Steuerzeichen, das XML nicht speichern kann.</translation>
    </message>
    <message>
        <source>The text is longer than 64 kB.</source>
        <translation>Der Text ist länger als 64 kB.</translation>
    </message>
    <message>
        <source>The time limit “{text}” is no duration; write for example PT30S, or 30 for seconds.</source>
        <translation>Die Zeitgrenze „{text}“ ist keine Dauer; zum Beispiel PT30S schreiben oder 30 für Sekunden.</translation>
    </message>
    <message>
        <source>The timer “{label}” cannot read “{text}”.</source>
        <translation>Der Timer „{label}“ kann „{text}“ nicht lesen.</translation>
    </message>
    <message>
        <source>The timer “{label}” has {said}.</source>
        <translation>Der Timer „{label}“ hat {said}.</translation>
    </message>
    <message>
        <source>The variable that takes this result.</source>
        <translation>Die Variable, die dieses Ergebnis aufnimmt.</translation>
    </message>
    <message>
        <source>The variable {name} ({name2}) is no JSON value: {reason}.</source>
        <translation>Die Variable {name} ({name2}) ist kein JSON-Wert: {reason}.</translation>
    </message>
    <message>
        <source>The variable {name} is larger than 1 MB.</source>
        <translation>Die Variable {name} ist größer als 1 MB.</translation>
    </message>
    <message>
        <source>The {end} of the sequence flow “{label}” is {key}.</source>
        <translation>Am Sequenzfluss „{label}“ ist das Ende „{end}“ {key}.</translation>
    </message>
    <message>
        <source>The {end} “{key}” of “{label}” does not exist.</source>
        <translation>Das Ende „{end}“ von „{label}“, „{key}“, gibt es nicht.</translation>
    </message>
    <message>
        <source>The {kind} “{label}” is not used.</source>
        <translation>„{label}“ wird nicht verwendet ({kind}).</translation>
    </message>
    <message>
        <source>The {what} in “{label}” is kept in the file, but neither shown in full nor run.</source>
        <translation>In „{label}“ bleibt etwas in der Datei erhalten, wird aber weder ganz gezeigt noch ausgeführt ({what}).</translation>
    </message>
    <message>
        <source>There is a variable “{new}” already.</source>
        <translation>Es gibt schon eine Variable „{new}“.</translation>
    </message>
    <message>
        <source>There is no block in what was copied.</source>
        <translation>In dem Kopierten ist kein Block.</translation>
    </message>
    <message>
        <source>There is no element “{key}” in the file.</source>
        <translation>In der Datei gibt es kein Element „{key}“.</translation>
    </message>
    <message>
        <source>There is no file “{name}” beside the diagram.</source>
        <translation>Neben dem Diagramm liegt keine Datei „{name}“.</translation>
    </message>
    <message>
        <source>There is no flow here to draw anew.</source>
        <translation>Hier gibt es keinen Fluss neu zu zeichnen.</translation>
    </message>
    <message>
        <source>There is no lane on that side to change places with.</source>
        <translation>Auf dieser Seite ist keine Lane, mit der sie den Platz tauschen könnte.</translation>
    </message>
    <message>
        <source>There is no parameter “{name}”, though the block names one.</source>
        <translation>Es gibt keinen Parameter „{name}“, obwohl der Block ihn nennt.</translation>
    </message>
    <message>
        <source>There is no process in this diagram that could run.</source>
        <translation>In diesem Diagramm gibt es keinen Prozess, der laufen könnte.</translation>
    </message>
    <message>
        <source>There is no process “{process}”.</source>
        <translation>Es gibt keinen Prozess „{process}“.</translation>
    </message>
    <message>
        <source>There is no such day or time.</source>
        <translation>Diesen Tag oder diese Uhrzeit gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no version “{name}”.</source>
        <translation>Es gibt keine Version „{name}“.</translation>
    </message>
    <message>
        <source>There is no {what} “{key}” in this diagram.</source>
        <translation>„{key}“ gibt es in diesem Diagramm nicht ({what}).</translation>
    </message>
    <message>
        <source>There is nothing here that could hold it.</source>
        <translation>Hier gibt es nichts, was ihn aufnehmen könnte.</translation>
    </message>
    <message>
        <source>There is nothing here to connect.</source>
        <translation>Hier gibt es nichts zu verbinden.</translation>
    </message>
    <message>
        <source>There is nothing here to copy.</source>
        <translation>Hier gibt es nichts zu kopieren.</translation>
    </message>
    <message>
        <source>There is nothing here to delete.</source>
        <translation>Hier gibt es nichts zu löschen.</translation>
    </message>
    <message>
        <source>There is nothing here to detach.</source>
        <translation>Hier gibt es nichts abzulösen.</translation>
    </message>
    <message>
        <source>There is nothing here to move.</source>
        <translation>Hier gibt es nichts zu verschieben.</translation>
    </message>
    <message>
        <source>There is nothing to be drawn.</source>
        <translation>Es gibt nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>There is nothing to paste.</source>
        <translation>Es gibt nichts einzufügen.</translation>
    </message>
    <message>
        <source>There is {join}.</source>
        <translation>Es gibt {join}.</translation>
    </message>
    <message>
        <source>These blocks are not drawn.</source>
        <translation>Diese Blöcke sind nicht gezeichnet.</translation>
    </message>
    <message>
        <source>These blocks stand in different processes or subsystems.</source>
        <translation>Diese Blöcke stehen in verschiedenen Prozessen oder Teilprozessen.</translation>
    </message>
    <message>
        <source>These stand in different processes; put both into pools to let them exchange messages.</source>
        <translation>Diese stehen in verschiedenen Prozessen; beide in Pools setzen, damit sie Nachrichten austauschen können.</translation>
    </message>
    <message>
        <source>This cannot be read as XML: {failure}.</source>
        <translation>Das ist nicht als XML lesbar: {failure}.</translation>
    </message>
    <message>
        <source>This cannot follow here.</source>
        <translation>Das kann hier nicht folgen.</translation>
    </message>
    <message>
        <source>This cannot lead on.</source>
        <translation>Das kann nicht weiterführen.</translation>
    </message>
    <message>
        <source>This cannot replace what the pattern finds: {reason}.</source>
        <translation>Das kann nicht ersetzen, was das Muster findet: {reason}.</translation>
    </message>
    <message>
        <source>This copy of unsaved work is damaged.</source>
        <translation>Diese Kopie nicht gespeicherter Arbeit ist beschädigt.</translation>
    </message>
    <message>
        <source>This data belongs to its process and stays there.</source>
        <translation>Diese Daten gehören zu ihrem Prozess und bleiben dort.</translation>
    </message>
    <message>
        <source>This data object belongs to another process or sub-process.</source>
        <translation>Dieses Datenobjekt gehört zu einem anderen Prozess oder Teilprozess.</translation>
    </message>
    <message>
        <source>This element has no name.</source>
        <translation>Dieses Element hat keinen Namen.</translation>
    </message>
    <message>
        <source>This flow is not drawn between two shapes, so it cannot be bent.</source>
        <translation>Dieser Fluss ist nicht zwischen zwei Formen gezeichnet, daher lässt er sich nicht biegen.</translation>
    </message>
    <message>
        <source>This is XML, but no BPMN 2.0 (it begins with &lt;{local_name}&gt;).</source>
        <translation>Das ist XML, aber kein BPMN 2.0 (es beginnt mit &lt;{local_name}&gt;).</translation>
    </message>
    <message>
        <source>This is no pattern: {reason}, at character {place}.</source>
        <translation>Das ist kein Muster: {reason}, bei Zeichen {place}.</translation>
    </message>
    <message>
        <source>This is no plain file.</source>
        <translation>Das ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>This is no well-formed XML: {reason}.</source>
        <translation>Das ist kein wohlgeformtes XML: {reason}.</translation>
    </message>
    <message>
        <source>This is not drawn, so it has no label to move.</source>
        <translation>Das ist nicht gezeichnet, daher hat es keine Beschriftung zum Verschieben.</translation>
    </message>
    <message>
        <source>This is plain BPMN: no block of a library.</source>
        <translation>Das ist einfaches BPMN, kein Block einer Bibliothek.</translation>
    </message>
    <message>
        <source>This pattern takes too long on these texts.</source>
        <translation>Dieses Muster braucht für diese Texte zu lange.</translation>
    </message>
    <message>
        <source>This pool is a black box: what happens inside is not shown.</source>
        <translation>Dieser Pool ist ein schwarzer Kasten: Was innen geschieht, wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>This pool is a black box; lanes divide a pool that shows its process.</source>
        <translation>Dieser Pool ist ein schwarzer Kasten; Lanes teilen einen Pool, der seinen Prozess zeigt.</translation>
    </message>
    <message>
        <source>Tidy first.</source>
        <translation>Zuerst aufräumen.</translation>
    </message>
    <message>
        <source>Tidy the diagram first.</source>
        <translation>Zuerst das Diagramm aufräumen.</translation>
    </message>
    <message>
        <source>Timer fired</source>
        <translation>Timer ausgelöst</translation>
    </message>
    <message>
        <source>Timer scheduled</source>
        <translation>Timer gestellt</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>Two files hold the process “{process}”.</source>
        <translation>Zwei Dateien enthalten den Prozess „{process}“.</translation>
    </message>
    <message>
        <source>Two flows from “{label}” are the same.</source>
        <translation>Zwei Flüsse von „{label}“ sind gleich.</translation>
    </message>
    <message>
        <source>Two variables would become one; choose another name.</source>
        <translation>Zwei Variablen würden zu einer; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Two {kind}s are called “{name}”.</source>
        <translation>Der Name „{name}“ kommt zweimal vor ({kind}).</translation>
    </message>
    <message>
        <source>Ungroup it first.</source>
        <translation>Zuerst auflösen.</translation>
    </message>
    <message>
        <source>Ungroup {label_of}</source>
        <translation>{label_of} auflösen</translation>
    </message>
    <message>
        <source>Upgrade it to see first what changes; until then it stays as it is.</source>
        <translation>Beim Aktualisieren zeigt sich erst, was sich ändert; bis dahin bleibt er, wie er ist.</translation>
    </message>
    <message>
        <source>Upgrade {said}</source>
        <translation>{said} aktualisieren</translation>
    </message>
    <message>
        <source>Use .svg, .png or .pdf.</source>
        <translation>.svg, .png oder .pdf verwenden.</translation>
    </message>
    <message>
        <source>Use a block with a topic (an external task) instead.</source>
        <translation>Stattdessen einen Block mit Topic (externe Aufgabe) verwenden.</translation>
    </message>
    <message>
        <source>Use a parallel gateway to show it, or a decision if one of them is meant.</source>
        <translation>Ein paralleles Gateway zeigt es deutlich; ist nur einer gemeint, eine Entscheidung verwenden.</translation>
    </message>
    <message>
        <source>Use a scale of at most {finest}, or write SVG or PDF.</source>
        <translation>Eine Größe von höchstens {finest} wählen oder SVG oder PDF schreiben.</translation>
    </message>
    <message>
        <source>Use another end.</source>
        <translation>Ein anderes Ende verwenden.</translation>
    </message>
    <message>
        <source>Use another event.</source>
        <translation>Ein anderes Ereignis verwenden.</translation>
    </message>
    <message>
        <source>Use asyncBefore.</source>
        <translation>asyncBefore verwenden.</translation>
    </message>
    <message>
        <source>Use latest or deployment.</source>
        <translation>latest oder deployment verwenden.</translation>
    </message>
    <message>
        <source>Use letters, digits, _ - and . only.</source>
        <translation>Nur Buchstaben, Ziffern, _ - und . verwenden.</translation>
    </message>
    <message>
        <source>Use one event for each.</source>
        <translation>Für jedes ein eigenes Ereignis verwenden.</translation>
    </message>
    <message>
        <source>Use one of them.</source>
        <translation>Eins davon verwenden.</translation>
    </message>
    <message>
        <source>Use one.</source>
        <translation>Eins verwenden.</translation>
    </message>
    <message>
        <source>Use plain BPMN for it.</source>
        <translation>Dafür reines BPMN verwenden.</translation>
    </message>
    <message>
        <source>Use two gateways.</source>
        <translation>Zwei Gateways verwenden.</translation>
    </message>
    <message>
        <source>Use two variables.</source>
        <translation>Zwei Variablen verwenden.</translation>
    </message>
    <message>
        <source>User task</source>
        <translation>Benutzeraufgabe</translation>
    </message>
    <message>
        <source>User task completed</source>
        <translation>Benutzeraufgabe erledigt</translation>
    </message>
    <message>
        <source>User task created</source>
        <translation>Benutzeraufgabe angelegt</translation>
    </message>
    <message>
        <source>Values that only this block sees, by name: texts or expressions over the variables around it.</source>
        <translation>Werte, die nur dieser Block sieht, nach Namen: Texte oder Ausdrücke über die Variablen ringsum.</translation>
    </message>
    <message>
        <source>Variable changed</source>
        <translation>Variable geändert</translation>
    </message>
    <message>
        <source>Variables are JSON: texts, numbers, true, false, null, lists and maps, not too deep.</source>
        <translation>Variablen sind JSON: Texte, Zahlen, true, false, null, Listen und Maps, nicht zu tief.</translation>
    </message>
    <message>
        <source>Variables to set when the block is done, by name: expressions over its inputs and results.</source>
        <translation>Variablen, die nach dem Block gesetzt werden, nach Namen: Ausdrücke über seine Eingaben und Ergebnisse.</translation>
    </message>
    <message>
        <source>Wait for it to end, or choose another file.</source>
        <translation>Auf sein Ende warten oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it.</source>
        <translation>Warten, bis er beendet ist, oder ihn beenden.</translation>
    </message>
    <message>
        <source>What follows an event-based gateway is reached from there only.</source>
        <translation>Was auf ein ereignisbasiertes Gateway folgt, wird nur von dort erreicht.</translation>
    </message>
    <message>
        <source>What follows an event-based gateway is reached from there only; this has another way in.</source>
        <translation>Was auf ein ereignisbasiertes Gateway folgt, wird nur von dort erreicht; hier gibt es einen weiteren Zugang.</translation>
    </message>
    <message>
        <source>What is inside becomes that of version {version}.</source>
        <translation>Das Innere wird das der Version {version}.</translation>
    </message>
    <message>
        <source>What is inside stays</source>
        <translation>Das Innere bleibt</translation>
    </message>
    <message>
        <source>What is to be copied is not drawn.</source>
        <translation>Was kopiert werden soll, ist nicht gezeichnet.</translation>
    </message>
    <message>
        <source>What was copied is text, not blocks.</source>
        <translation>Das Kopierte ist Text, keine Blöcke.</translation>
    </message>
    <message>
        <source>Without ${} it is only a text: write ${{strip}}.</source>
        <translation>Ohne ${} ist es nur ein Text: ${{strip}} schreiben.</translation>
    </message>
    <message>
        <source>Work it out in a script task inside of it.</source>
        <translation>In einer Skriptaufgabe darin ausrechnen.</translation>
    </message>
    <message>
        <source>Write ${execution.setVariable(&apos;name&apos;, value)}, or do its work in a task of its own.</source>
        <translation>${execution.setVariable(&apos;name&apos;, value)} schreiben oder es in einer eigenen Aufgabe tun.</translation>
    </message>
    <message>
        <source>Write ${…}.</source>
        <translation>${…} schreiben.</translation>
    </message>
    <message>
        <source>Write 1 or more.</source>
        <translation>1 oder mehr schreiben.</translation>
    </message>
    <message>
        <source>Write 1 to 65535.</source>
        <translation>1 bis 65535 schreiben.</translation>
    </message>
    <message>
        <source>Write 3, R3/PT10S, or the waits: PT10S,PT1M.</source>
        <translation>3, R3/PT10S oder die Wartezeiten schreiben: PT10S,PT1M.</translation>
    </message>
    <message>
        <source>Write P180D.</source>
        <translation>P180D schreiben.</translation>
    </message>
    <message>
        <source>Write a date, or ${…} of a variable that holds one.</source>
        <translation>Ein Datum schreiben oder ${…} einer Variablen, die eins enthält.</translation>
    </message>
    <message>
        <source>Write a fixed name.</source>
        <translation>Einen festen Namen schreiben.</translation>
    </message>
    <message>
        <source>Write a number such as 10 or 0.5.</source>
        <translation>Eine Zahl schreiben, etwa 10 oder 0.5.</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Eine Zahl schreiben.</translation>
    </message>
    <message>
        <source>Write a number; no instance exists yet when the timer is set.</source>
        <translation>Eine Zahl schreiben; wenn der Timer gestellt wird, gibt es noch keine Instanz.</translation>
    </message>
    <message>
        <source>Write a number{range}.</source>
        <translation>Eine Zahl{range} schreiben.</translation>
    </message>
    <message>
        <source>Write a whole number of at least 0, or leave it out.</source>
        <translation>Eine ganze Zahl ab 0 schreiben oder sie weglassen.</translation>
    </message>
    <message>
        <source>Write at least {min_length} characters.</source>
        <translation>Mindestens {min_length} Zeichen schreiben.</translation>
    </message>
    <message>
        <source>Write at most {max_length} characters.</source>
        <translation>Höchstens {max_length} Zeichen schreiben.</translation>
    </message>
    <message>
        <source>Write create, update or delete.</source>
        <translation>create, update oder delete schreiben.</translation>
    </message>
    <message>
        <source>Write it again.</source>
        <translation>Neu schreiben.</translation>
    </message>
    <message>
        <source>Write it as ${…} without a language.</source>
        <translation>Als ${…} ohne Sprache schreiben.</translation>
    </message>
    <message>
        <source>Write it as ${…}, for example ${amount &gt; 100}.</source>
        <translation>Als ${…} schreiben, zum Beispiel ${amount &gt; 100}.</translation>
    </message>
    <message>
        <source>Write it as ${…}.</source>
        <translation>Als ${…} schreiben.</translation>
    </message>
    <message>
        <source>Write it as ${…}; only a server that has the language could run it.</source>
        <translation>Als ${…} schreiben; nur ein Server mit dieser Sprache könnte es ausführen.</translation>
    </message>
    <message>
        <source>Write it as http://host/path or https://host/path.</source>
        <translation>Als http://host/pfad oder https://host/pfad schreiben.</translation>
    </message>
    <message>
        <source>Write it in ISO 8601, like PT15M or 2027-01-31T06:00:00, or as ${…}.</source>
        <translation>Nach ISO 8601 schreiben, wie PT15M oder 2027-01-31T06:00:00, oder als ${…}.</translation>
    </message>
    <message>
        <source>Write it in Python.</source>
        <translation>In Python schreiben.</translation>
    </message>
    <message>
        <source>Write it like 2027-01-31T06:00:00.</source>
        <translation>Wie 2027-01-31T06:00:00 schreiben.</translation>
    </message>
    <message>
        <source>Write it like PT30S, PT5M or P1DT12H.</source>
        <translation>Wie PT30S, PT5M oder P1DT12H schreiben.</translation>
    </message>
    <message>
        <source>Write it like R3/PT10M, or as cron: 0 0 6 * * ?</source>
        <translation>So wie R3/PT10M oder als cron: 0 0 6 * * ?</translation>
    </message>
    <message>
        <source>Write it like [{&quot;id&quot;: &quot;amount&quot;, &quot;label&quot;: &quot;Amount&quot;, &quot;type&quot;: &quot;long&quot;}].</source>
        <translation>Wie [{&quot;id&quot;: &quot;amount&quot;, &quot;label&quot;: &quot;Amount&quot;, &quot;type&quot;: &quot;long&quot;}] schreiben.</translation>
    </message>
    <message>
        <source>Write it like [{&quot;id&quot;: &quot;amount&quot;, &quot;type&quot;: &quot;long&quot;}].</source>
        <translation>Wie [{&quot;id&quot;: &quot;amount&quot;, &quot;type&quot;: &quot;long&quot;}] schreiben.</translation>
    </message>
    <message>
        <source>Write it like {&quot;name&quot;: &quot;variable&quot;}.</source>
        <translation>Wie {&quot;name&quot;: &quot;variable&quot;} schreiben.</translation>
    </message>
    <message>
        <source>Write it like {&quot;total&quot;: &quot;${price * count}&quot;}.</source>
        <translation>Wie {&quot;total&quot;: &quot;${price * count}&quot;} schreiben.</translation>
    </message>
    <message>
        <source>Write it like {examples}, or as an expression ${…}.</source>
        <translation>Wie {examples} schreiben oder als Ausdruck ${…}.</translation>
    </message>
    <message>
        <source>Write it like {example}, or as an expression ${…}.</source>
        <translation>Wie {example} schreiben oder als Ausdruck ${…}.</translation>
    </message>
    <message>
        <source>Write its condition as ${…}.</source>
        <translation>Seine Bedingung als ${…} schreiben.</translation>
    </message>
    <message>
        <source>Write one line.</source>
        <translation>Eine Zeile schreiben.</translation>
    </message>
    <message>
        <source>Write one of {join}.</source>
        <translation>Eins von {join} schreiben.</translation>
    </message>
    <message>
        <source>Write one such as ${stock &lt; 10}.</source>
        <translation>Eine schreiben, etwa ${stock &lt; 10}.</translation>
    </message>
    <message>
        <source>Write the name of a variable, or ${…}.</source>
        <translation>Den Namen einer Variablen schreiben oder ${…}.</translation>
    </message>
    <message>
        <source>Write the name of a variable: letters, digits and _, no blanks.</source>
        <translation>Den Namen einer Variablen schreiben: Buchstaben, Ziffern und _, keine Leerzeichen.</translation>
    </message>
    <message>
        <source>Write the script in its form.</source>
        <translation>Das Skript in seinem Formular schreiben.</translation>
    </message>
    <message>
        <source>Write the script into it.</source>
        <translation>Das Skript hineinschreiben.</translation>
    </message>
    <message>
        <source>Write the script.</source>
        <translation>Das Skript schreiben.</translation>
    </message>
    <message>
        <source>Write them like R3/PT10S.</source>
        <translation>Wie R3/PT10S schreiben.</translation>
    </message>
    <message>
        <source>Write true or false.</source>
        <translation>true oder false schreiben.</translation>
    </message>
    <message>
        <source>Write {mended}.</source>
        <translation>{mended} schreiben.</translation>
    </message>
    <message>
        <source>`procos show` lists the elements with their ids.</source>
        <translation>`procos show` führt die Elemente mit ihren IDs auf.</translation>
    </message>
    <message>
        <source>a DMN decision</source>
        <translation>eine DMN-Entscheidung</translation>
    </message>
    <message>
        <source>a Java class</source>
        <translation>eine Java-Klasse</translation>
    </message>
    <message>
        <source>a Java delegate</source>
        <translation>ein Java-Delegate</translation>
    </message>
    <message>
        <source>a complex gateway</source>
        <translation>ein komplexes Gateway</translation>
    </message>
    <message>
        <source>a flow touches the compensation activity “{label}”.</source>
        <translation>ein Fluss berührt die Kompensationsaktivität „{label}“.</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list has no property “{key}”</source>
        <translation>eine Liste hat keine Eigenschaft „{key}“</translation>
    </message>
    <message>
        <source>a listener of “{label}” is incomplete.</source>
        <translation>ein Listener von „{label}“ ist unvollständig.</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>eine Map</translation>
    </message>
    <message>
        <source>a new list in order</source>
        <translation>eine neue Liste in Reihenfolge</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a parameter is a script in “{language}”</source>
        <translation>ein Parameter ist ein Skript in „{language}“</translation>
    </message>
    <message>
        <source>a part cannot begin at {begin} and end at {stop}</source>
        <translation>ein Teil kann nicht bei {begin} beginnen und bei {stop} enden</translation>
    </message>
    <message>
        <source>a pool of {kind} PDEs needs at least one</source>
        <translation>ein Pool von PDEs ({kind}) braucht mindestens eine</translation>
    </message>
    <message>
        <source>a secret by its name</source>
        <translation>ein Geheimnis nach seinem Namen</translation>
    </message>
    <message>
        <source>a secret by its name, given when the process runs</source>
        <translation>ein Geheimnis nach seinem Namen, gegeben, wenn der Prozess läuft</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a text is needed here, not {kind}</source>
        <translation>hier wird ein Text gebraucht, nicht {kind}</translation>
    </message>
    <message>
        <source>a truth value</source>
        <translation>ein Wahrheitswert</translation>
    </message>
    <message>
        <source>a variable passed by “{label}” lacks its source or target.</source>
        <translation>einer Variablen, die „{label}“ übergibt, fehlt Quelle oder Ziel.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a {event_kind} event</source>
        <translation>ein Ereignis ({event_kind})</translation>
    </message>
    <message>
        <source>activation condition</source>
        <translation>Bedingung zum Weitergehen</translation>
    </message>
    <message>
        <source>all of them together</source>
        <translation>alle zusammen</translation>
    </message>
    <message>
        <source>an ad-hoc sub-process</source>
        <translation>ein Ad-hoc-Teilprozess</translation>
    </message>
    <message>
        <source>an adapter that calls itself immediate has waited</source>
        <translation>ein Adapter, der sich sofortig nennt, hat gewartet</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>answered by a person</source>
        <translation>von einem Menschen beantwortet</translation>
    </message>
    <message>
        <source>as a number with a fraction</source>
        <translation>als Zahl mit Nachkommastellen</translation>
    </message>
    <message>
        <source>as a text</source>
        <translation>als Text</translation>
    </message>
    <message>
        <source>as a whole number</source>
        <translation>als ganze Zahl</translation>
    </message>
    <message>
        <source>assignee</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>belongs to a process, and this pool holds none.</source>
        <translation>gehört zu einem Prozess, und dieser Pool enthält keinen.</translation>
    </message>
    <message>
        <source>belongs to a repeated activity.</source>
        <translation>gehört zu einer wiederholten Aktivität.</translation>
    </message>
    <message>
        <source>belongs to an event of one kind, and this is none.</source>
        <translation>gehört zu einem Ereignis einer einzigen Art, und das ist dies nicht.</translation>
    </message>
    <message>
        <source>belongs under metadata.procos.parameters, Camunda does not know it</source>
        <translation>gehört unter metadata.procos.parameters, Camunda kennt es nicht</translation>
    </message>
    <message>
        <source>both texts together</source>
        <translation>beide Texte zusammen</translation>
    </message>
    <message>
        <source>business key</source>
        <translation>Geschäftsschlüssel</translation>
    </message>
    <message>
        <source>called element</source>
        <translation>gerufener Prozess</translation>
    </message>
    <message>
        <source>called element binding</source>
        <translation>Bindung des gerufenen Prozesses</translation>
    </message>
    <message>
        <source>called element version</source>
        <translation>Version des gerufenen Prozesses</translation>
    </message>
    <message>
        <source>called element version tag</source>
        <translation>Versionsname des gerufenen Prozesses</translation>
    </message>
    <message>
        <source>called process</source>
        <translation>gerufener Prozess</translation>
    </message>
    <message>
        <source>calls a case or nothing</source>
        <translation>ruft einen Fall oder nichts auf</translation>
    </message>
    <message>
        <source>calls no process</source>
        <translation>ruft keinen Prozess auf</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>Abbruch</translation>
    </message>
    <message>
        <source>candidate groups</source>
        <translation>mögliche Gruppen</translation>
    </message>
    <message>
        <source>candidate starter groups</source>
        <translation>Gruppen, die starten dürfen</translation>
    </message>
    <message>
        <source>candidate starter users</source>
        <translation>Personen, die starten dürfen</translation>
    </message>
    <message>
        <source>candidate users</source>
        <translation>mögliche Personen</translation>
    </message>
    <message>
        <source>cannot be read: {failure}</source>
        <translation>ist nicht lesbar: {failure}</translation>
    </message>
    <message>
        <source>carries boundary events</source>
        <translation>trägt angeheftete Ereignisse</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>compensate</source>
        <translation>Kompensation</translation>
    </message>
    <message>
        <source>compensation</source>
        <translation>Kompensation</translation>
    </message>
    <message>
        <source>completion condition</source>
        <translation>Bedingung zum Aufhören</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>condition expression</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>conditional</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>context ready</source>
        <translation>Kontext bereit</translation>
    </message>
    <message>
        <source>data object</source>
        <translation>Datenobjekt</translation>
    </message>
    <message>
        <source>data path</source>
        <translation>Pfad der Daten</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>decision ref</source>
        <translation>Verweis auf die Entscheidung</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>default of a question</source>
        <translation>Vorgabe einer Frage</translation>
    </message>
    <message>
        <source>default value</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>delegate expression</source>
        <translation>Delegate-Ausdruck</translation>
    </message>
    <message>
        <source>describes an error that has no code yet.</source>
        <translation>beschreibt einen Fehler, der noch keinen Code hat.</translation>
    </message>
    <message>
        <source>division by zero</source>
        <translation>Teilung durch null</translation>
    </message>
    <message>
        <source>documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>does not say its language</source>
        <translation>nennt seine Sprache nicht</translation>
    </message>
    <message>
        <source>does not say the language of its script</source>
        <translation>nennt die Sprache des Skripts nicht</translation>
    </message>
    <message>
        <source>due date</source>
        <translation>Fälligkeit</translation>
    </message>
    <message>
        <source>element variable</source>
        <translation>Variable des Elements</translation>
    </message>
    <message>
        <source>endpoint {number} of {among} · {name}</source>
        <translation>Endpunkt {number} von {among} · {name}</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>error code</source>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>error code variable</source>
        <translation>Variable für den Fehlercode</translation>
    </message>
    <message>
        <source>error message</source>
        <translation>Fehlermeldung</translation>
    </message>
    <message>
        <source>error message variable</source>
        <translation>Variable für die Fehlermeldung</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>escalation code</source>
        <translation>Eskalationscode</translation>
    </message>
    <message>
        <source>escalation code variable</source>
        <translation>Variable für den Eskalationscode</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>failed job retry time cycle</source>
        <translation>Wiederholungen nach Fehlern</translation>
    </message>
    <message>
        <source>follow up date</source>
        <translation>Wiedervorlage</translation>
    </message>
    <message>
        <source>form key</source>
        <translation>Formularschlüssel</translation>
    </message>
    <message>
        <source>form ref</source>
        <translation>Verweis auf das Formular</translation>
    </message>
    <message>
        <source>formal expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>has more than {deepest} groups</source>
        <translation>hat mehr als {deepest} Gruppen</translation>
    </message>
    <message>
        <source>has more than {most_states} states</source>
        <translation>hat mehr als {most_states} Zustände</translation>
    </message>
    <message>
        <source>has no implementation</source>
        <translation>hat keine Implementierung</translation>
    </message>
    <message>
        <source>has no script</source>
        <translation>hat kein Skript</translation>
    </message>
    <message>
        <source>has parameters of its own</source>
        <translation>hat eigene Parameter</translation>
    </message>
    <message>
        <source>has to be a JSON object</source>
        <translation>muss ein JSON-Objekt sein</translation>
    </message>
    <message>
        <source>has to be a list of texts</source>
        <translation>muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>has to be a number from 0 to {last_version}</source>
        <translation>muss eine Zahl von 0 bis {last_version} sein</translation>
    </message>
    <message>
        <source>has to be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>has to be a text or true or false</source>
        <translation>muss ein Text, true oder false sein</translation>
    </message>
    <message>
        <source>has to be a width and a height</source>
        <translation>muss eine Breite und eine Höhe sein</translation>
    </message>
    <message>
        <source>has to be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>has to be an object with an id</source>
        <translation>muss ein Objekt mit einer ID sein</translation>
    </message>
    <message>
        <source>has to be like bpmn:ServiceTask</source>
        <translation>muss wie bpmn:ServiceTask aussehen</translation>
    </message>
    <message>
        <source>has to be {named}</source>
        <translation>muss {named} sein</translation>
    </message>
    <message>
        <source>has to have either equals or oneOf</source>
        <translation>muss entweder equals oder oneOf haben</translation>
    </message>
    <message>
        <source>has to have one of {join}</source>
        <translation>muss eines haben von {join}</translation>
    </message>
    <message>
        <source>has “{name}”; it has to be like bpmn:Task</source>
        <translation>hat „{name}“; es muss wie bpmn:Task aussehen</translation>
    </message>
    <message>
        <source>history time to live</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>holds a blank</source>
        <translation>enthält ein Leerzeichen</translation>
    </message>
    <message>
        <source>holds a control character, which XML cannot store</source>
        <translation>enthält ein Steuerzeichen, das XML nicht speichern kann</translation>
    </message>
    <message>
        <source>holds a control character, which XML cannot store.</source>
        <translation>enthält ein Steuerzeichen, das XML nicht speichern kann.</translation>
    </message>
    <message>
        <source>holds more than {most} entries, more than a form could show</source>
        <translation>enthält mehr als {most} Einträge, mehr als ein Formular zeigen könnte</translation>
    </message>
    <message>
        <source>holds on to what it has read, which is not the same when followed at once</source>
        <translation>hält Gelesenes fest, was auf einem einzigen Weg durch den Text nicht geht</translation>
    </message>
    <message>
        <source>how many there are</source>
        <translation>wie viele es sind</translation>
    </message>
    <message>
        <source>in a text, “{strange}” is no escape: only the quote and the backslash have one</source>
        <translation>in einem Text ist „{strange}“ kein Escape: nur Anführungszeichen und Rückstrich haben eins</translation>
    </message>
    <message>
        <source>incoming</source>
        <translation>eingehender</translation>
    </message>
    <message>
        <source>initiator</source>
        <translation>Variable für den, der startet</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>inputs, health</source>
        <translation>Eingaben, Zustand</translation>
    </message>
    <message>
        <source>instantiate</source>
        <translation>startet einen Prozess</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is for String and Text only</source>
        <translation>ist nur für String und Text</translation>
    </message>
    <message>
        <source>is for what people set; what is Hidden always counts</source>
        <translation>ist für das, was Menschen einstellen; was Hidden ist, zählt immer</translation>
    </message>
    <message>
        <source>is longer than {longest_name} characters</source>
        <translation>ist länger als {longest_name} Zeichen</translation>
    </message>
    <message>
        <source>is longer than {longest} characters</source>
        <translation>ist länger als {longest} Zeichen</translation>
    </message>
    <message>
        <source>is longer than {longest} characters.</source>
        <translation>ist länger als {longest} Zeichen.</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is no list of fields.</source>
        <translation>ist keine Liste von Feldern.</translation>
    </message>
    <message>
        <source>is no plain subsystem</source>
        <translation>ist kein einfacher Teilprozess</translation>
    </message>
    <message>
        <source>is no table of names and values.</source>
        <translation>ist keine Tabelle von Namen und Werten.</translation>
    </message>
    <message>
        <source>is no way to repeat.</source>
        <translation>ist keine Art zu wiederholen.</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>ist nicht bekannt</translation>
    </message>
    <message>
        <source>is nothing, or holds nothing</source>
        <translation>ist nichts oder enthält nichts</translation>
    </message>
    <message>
        <source>is odd</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <source>is one of three kinds.</source>
        <translation>ist eins von dreien.</translation>
    </message>
    <message>
        <source>is written in “{language}”</source>
        <translation>ist in „{language}“ geschrieben</translation>
    </message>
    <message>
        <source>is “{kind}”; with {binding} it has to be one of {wanted}</source>
        <translation>ist „{kind}“; mit {binding} muss es eins von {wanted} sein</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>es endet zu früh</translation>
    </message>
    <message>
        <source>it has more than {max_nodes} parts</source>
        <translation>es hat mehr als {max_nodes} Teile</translation>
    </message>
    <message>
        <source>it has to be an object with parameters, variables and results, each an object</source>
        <translation>es muss ein Objekt mit parameters, variables und results sein, jedes davon ein Objekt</translation>
    </message>
    <message>
        <source>it has {size} bytes; {largest} are allowed</source>
        <translation>es hat {size} Bytes; {largest} sind erlaubt</translation>
    </message>
    <message>
        <source>it is nested deeper than {deepest}</source>
        <translation>es ist tiefer geschachtelt als {deepest}</translation>
    </message>
    <message>
        <source>it is nested deeper than {max_depth}</source>
        <translation>es ist tiefer geschachtelt als {max_depth}</translation>
    </message>
    <message>
        <source>it is no JSON: {failure}</source>
        <translation>es ist kein JSON: {failure}</translation>
    </message>
    <message>
        <source>it is no plain JSON ({exc})</source>
        <translation>es ist kein reines JSON ({exc})</translation>
    </message>
    <message>
        <source>it is no plain file of at most 1 MB</source>
        <translation>es ist keine gewöhnliche Datei von höchstens 1 MB</translation>
    </message>
    <message>
        <source>item of the loop</source>
        <translation>Element der Schleife</translation>
    </message>
    <message>
        <source>items of the loop</source>
        <translation>Elemente der Schleife</translation>
    </message>
    <message>
        <source>job priority</source>
        <translation>Vorrang des Auftrags</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>leads back to itself</source>
        <translation>führt zu sich selbst zurück</translation>
    </message>
    <message>
        <source>learned, returned</source>
        <translation>gelernt, zurückgegeben</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>link {get}</source>
        <translation>Link {get}</translation>
    </message>
    <message>
        <source>looks ahead or back, or changes its own rules, which can take for ever to try</source>
        <translation>sieht voraus oder zurück oder ändert seine eigenen Regeln, und das kann ewig dauern</translation>
    </message>
    <message>
        <source>loop cardinality</source>
        <translation>Anzahl der Schleife</translation>
    </message>
    <message>
        <source>loop condition</source>
        <translation>Bedingung der Schleife</translation>
    </message>
    <message>
        <source>map decision result</source>
        <translation>Form des Ergebnisses</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>message path</source>
        <translation>Pfad in der Nachricht</translation>
    </message>
    <message>
        <source>more than one time</source>
        <translation>mehr als eine Zeitangabe</translation>
    </message>
    <message>
        <source>multiple</source>
        <translation>mehrfach</translation>
    </message>
    <message>
        <source>must be plain</source>
        <translation>muss einfach sein</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>name of an input</source>
        <translation>Name einer Eingabe</translation>
    </message>
    <message>
        <source>needs a decision, an inclusive gateway or a task before it.</source>
        <translation>braucht eine Entscheidung, ein inklusives Gateway oder eine Aufgabe davor.</translation>
    </message>
    <message>
        <source>needs an event such as a message or an error</source>
        <translation>braucht ein Ereignis wie eine Nachricht oder einen Fehler</translation>
    </message>
    <message>
        <source>no closure for {name}</source>
        <translation>keine Auswertung für {name}</translation>
    </message>
    <message>
        <source>no flow may touch the event sub-process</source>
        <translation>kein Fluss darf den Ereignis-Teilprozess berühren</translation>
    </message>
    <message>
        <source>no spelling for {name}</source>
        <translation>keine Schreibweise für {name}</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeitangabe</translation>
    </message>
    <message>
        <source>not called yet</source>
        <translation>noch nicht aufgerufen</translation>
    </message>
    <message>
        <source>nothing may follow</source>
        <translation>nichts darf folgen auf</translation>
    </message>
    <message>
        <source>nothing may lead to</source>
        <translation>nichts darf führen zu</translation>
    </message>
    <message>
        <source>nothing returned</source>
        <translation>nichts zurückgegeben</translation>
    </message>
    <message>
        <source>nothing to call</source>
        <translation>nichts aufzurufen</translation>
    </message>
    <message>
        <source>nothing to check</source>
        <translation>nichts zu prüfen</translation>
    </message>
    <message>
        <source>number and item, one after the other</source>
        <translation>Nummer und Element, eines nach dem anderen</translation>
    </message>
    <message>
        <source>numbers up to, without, the stop</source>
        <translation>Zahlen bis vor das Ende</translation>
    </message>
    <message>
        <source>one of the two</source>
        <translation>eins von beiden</translation>
    </message>
    <message>
        <source>outgoing</source>
        <translation>ausgehender</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>passed in</source>
        <translation>hineingegeben</translation>
    </message>
    <message>
        <source>plain values {names}</source>
        <translation>einfache Werte {names}</translation>
    </message>
    <message>
        <source>pool or lane</source>
        <translation>Pool oder Lane</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>question of the form</source>
        <translation>Frage des Formulars</translation>
    </message>
    <message>
        <source>raise it to throw a BPMN error</source>
        <translation>auslösen, um einen BPMN-Fehler zu werfen</translation>
    </message>
    <message>
        <source>refers back to one of its groups, which can take for ever to try</source>
        <translation>verweist auf eine seiner Gruppen zurück, und das kann ewig dauern</translation>
    </message>
    <message>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>result variable</source>
        <translation>Variable für das Ergebnis</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>zurückgegeben</translation>
    </message>
    <message>
        <source>schema {names}</source>
        <translation>Schema {names}</translation>
    </message>
    <message>
        <source>script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>secret takes one name in quotes, such as secret(&quot;mail&quot;)</source>
        <translation>secret nimmt einen Namen in Anführungszeichen, etwa secret(&quot;mail&quot;)</translation>
    </message>
    <message>
        <source>secrets are not available here</source>
        <translation>Geheimnisse gibt es hier nicht</translation>
    </message>
    <message>
        <source>sequence flow</source>
        <translation>Sequenzfluss</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>source expression</source>
        <translation>Ausdruck der Quelle</translation>
    </message>
    <message>
        <source>split cannot use “{pattern}”: put a backslash before special characters</source>
        <translation>split kann „{pattern}“ nicht verwenden: vor Sonderzeichen gehört ein Rückstrich</translation>
    </message>
    <message>
        <source>string</source>
        <translation>Zeichenkette</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>task priority</source>
        <translation>Vorrang der Aufgabe</translation>
    </message>
    <message>
        <source>terminate</source>
        <translation>Terminierung</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>the character at a place, from 0</source>
        <translation>das Zeichen an einer Stelle, ab 0</translation>
    </message>
    <message>
        <source>the condition</source>
        <translation>die Bedingung</translation>
    </message>
    <message>
        <source>the condition after “{label}” is ignored.</source>
        <translation>die Bedingung nach „{label}“ wird nicht beachtet.</translation>
    </message>
    <message>
        <source>the condition is neither true nor false</source>
        <translation>die Bedingung ist weder wahr noch falsch</translation>
    </message>
    <message>
        <source>the condition of “{label}” is of the type “{kind}”.</source>
        <translation>die Bedingung von „{label}“ ist vom Typ „{kind}“.</translation>
    </message>
    <message>
        <source>the condition “{text}” is a plain text, not an expression.</source>
        <translation>die Bedingung „{text}“ ist reiner Text, kein Ausdruck.</translation>
    </message>
    <message>
        <source>the condition “{text}” is no expression.</source>
        <translation>die Bedingung „{text}“ ist kein Ausdruck.</translation>
    </message>
    <message>
        <source>the contrary</source>
        <translation>das Gegenteil</translation>
    </message>
    <message>
        <source>the decision “{label}” leads nowhere.</source>
        <translation>die Entscheidung „{label}“ führt nirgendwohin.</translation>
    </message>
    <message>
        <source>the default flow</source>
        <translation>der Standardfluss</translation>
    </message>
    <message>
        <source>the default flow of “{label}” has a condition.</source>
        <translation>der Standardfluss von „{label}“ hat eine Bedingung.</translation>
    </message>
    <message>
        <source>the documentation</source>
        <translation>die Dokumentation</translation>
    </message>
    <message>
        <source>the end “{label}” may not have output parameters.</source>
        <translation>das Ende „{label}“ darf keine Ausgabeparameter haben.</translation>
    </message>
    <message>
        <source>the error of “{label}” is not caught, and ends as completed.</source>
        <translation>der Fehler von „{label}“ wird nicht gefangen und endet als abgeschlossen.</translation>
    </message>
    <message>
        <source>the error start “{label}” must interrupt.</source>
        <translation>der Fehlerstart „{label}“ muss unterbrechen.</translation>
    </message>
    <message>
        <source>the file got a targetNamespace</source>
        <translation>die Datei hat einen targetNamespace bekommen</translation>
    </message>
    <message>
        <source>the form</source>
        <translation>das Formular</translation>
    </message>
    <message>
        <source>the history time to live “{text}” cannot be read.</source>
        <translation>die Aufbewahrungszeit „{text}“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>the id “{key}” stands more than once.</source>
        <translation>die ID „{key}“ steht mehrfach da.</translation>
    </message>
    <message>
        <source>the input “{name}”</source>
        <translation>die Eingabe „{name}“</translation>
    </message>
    <message>
        <source>the jobPriority of the timer start “{label}” is an expression.</source>
        <translation>die jobPriority des Timerstarts „{label}“ ist ein Ausdruck.</translation>
    </message>
    <message>
        <source>the kind of step</source>
        <translation>die Art des Schritts</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>das Größte</translation>
    </message>
    <message>
        <source>the loop ends by a return or a raise</source>
        <translation>die Schleife endet durch return oder raise</translation>
    </message>
    <message>
        <source>the message of the start “{label}” is an expression.</source>
        <translation>die Nachricht des Starts „{label}“ ist ein Ausdruck.</translation>
    </message>
    <message>
        <source>the multi-instance “{label}” may not have output parameters.</source>
        <translation>die Mehrfachinstanz „{label}“ darf keine Ausgabeparameter haben.</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>der Name</translation>
    </message>
    <message>
        <source>the number has more than {max_bits} bits</source>
        <translation>die Zahl hat mehr als {max_bits} Bits</translation>
    </message>
    <message>
        <source>the only way out of “{label}” has a condition.</source>
        <translation>der einzige Weg aus „{label}“ hat eine Bedingung.</translation>
    </message>
    <message>
        <source>the output “{name}”</source>
        <translation>die Ausgabe „{name}“</translation>
    </message>
    <message>
        <source>the parameter “{get}” holds &lt;{local_name}&gt;</source>
        <translation>der Parameter „{get}“ enthält &lt;{local_name}&gt;</translation>
    </message>
    <message>
        <source>the part from a place, from 0, up to another</source>
        <translation>der Teil von einer Stelle, ab 0, bis vor eine andere</translation>
    </message>
    <message>
        <source>the parts as a list</source>
        <translation>die Teile als Liste</translation>
    </message>
    <message>
        <source>the result is not a finite number</source>
        <translation>das Ergebnis ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>the result is too large</source>
        <translation>das Ergebnis ist zu groß</translation>
    </message>
    <message>
        <source>the retries of “{label}” cannot be read.</source>
        <translation>die Wiederholungen von „{label}“ sind nicht lesbar.</translation>
    </message>
    <message>
        <source>the same, small or capital</source>
        <translation>dasselbe, ob groß oder klein</translation>
    </message>
    <message>
        <source>the schema itself is wrong: {message}</source>
        <translation>das Schema selbst ist falsch: {message}</translation>
    </message>
    <message>
        <source>the script</source>
        <translation>das Skript</translation>
    </message>
    <message>
        <source>the script of “{label}” is too long to carry.</source>
        <translation>das Skript von „{label}“ ist zu lang.</translation>
    </message>
    <message>
        <source>the smallest</source>
        <translation>das Kleinste</translation>
    </message>
    <message>
        <source>the studio&apos;s own engine</source>
        <translation>die Engine des Studios</translation>
    </message>
    <message>
        <source>the sub-process “{label}” has several start events.</source>
        <translation>der Teilprozess „{label}“ hat mehrere Startereignisse.</translation>
    </message>
    <message>
        <source>the text is longer than {max_result} characters</source>
        <translation>der Text ist länger als {max_result} Zeichen</translation>
    </message>
    <message>
        <source>the text with the new instead of the old</source>
        <translation>der Text mit dem Neuen anstelle des Alten</translation>
    </message>
    <message>
        <source>the value has more than {most_parts} parts</source>
        <translation>der Wert hat mehr als {most_parts} Teile</translation>
    </message>
    <message>
        <source>the {name} “{text}” of “{label}” is no number.</source>
        <translation>{name} „{text}“ von „{label}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>there is no function “{name}”</source>
        <translation>es gibt keine Funktion „{name}“</translation>
    </message>
    <message>
        <source>there is no property “{one}”</source>
        <translation>es gibt keine Eigenschaft „{one}“</translation>
    </message>
    <message>
        <source>there is no variable “{name}”</source>
        <translation>es gibt keine Variable „{name}“</translation>
    </message>
    <message>
        <source>this number is too large</source>
        <translation>diese Zahl ist zu groß</translation>
    </message>
    <message>
        <source>time cycle</source>
        <translation>Wiederkehr</translation>
    </message>
    <message>
        <source>time date</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>time duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>transformation</source>
        <translation>Umformung</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>two signals are called “{name}”.</source>
        <translation>zwei Signale heißen „{name}“.</translation>
    </message>
    <message>
        <source>undoes the work of another</source>
        <translation>macht die Arbeit eines anderen rückgängig</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>variable events</source>
        <translation>Ereignisse der Variablen</translation>
    </message>
    <message>
        <source>variable name</source>
        <translation>Name der Variablen</translation>
    </message>
    <message>
        <source>variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>version tag</source>
        <translation>Versionsname</translation>
    </message>
    <message>
        <source>watched variable</source>
        <translation>beobachtete Variable</translation>
    </message>
    <message>
        <source>what stands there, else the second</source>
        <translation>was dort steht, sonst das Zweite</translation>
    </message>
    <message>
        <source>what stands there; null where a map has no such key</source>
        <translation>was dort steht; null, wo eine Map den Schlüssel nicht hat</translation>
    </message>
    <message>
        <source>what was learned about {about}</source>
        <translation>was über {about} gelernt wurde</translation>
    </message>
    <message>
        <source>what was learned about “{name}”</source>
        <translation>was über „{name}“ gelernt wurde</translation>
    </message>
    <message>
        <source>where it begins</source>
        <translation>der Anfang</translation>
    </message>
    <message>
        <source>where it is first, from 0; -1 for nowhere</source>
        <translation>wo es zuerst steht, ab 0; -1 für nirgends</translation>
    </message>
    <message>
        <source>where it is last, from 0; -1 for nowhere</source>
        <translation>wo es zuletzt steht, ab 0; -1 für nirgends</translation>
    </message>
    <message>
        <source>where it leads</source>
        <translation>das Ziel</translation>
    </message>
    <message>
        <source>whether both are the same</source>
        <translation>ob beide gleich sind</translation>
    </message>
    <message>
        <source>whether each of them is true</source>
        <translation>ob jedes davon wahr ist</translation>
    </message>
    <message>
        <source>whether it begins like this</source>
        <translation>ob es so beginnt</translation>
    </message>
    <message>
        <source>whether it ends like this</source>
        <translation>ob es so endet</translation>
    </message>
    <message>
        <source>whether it holds this</source>
        <translation>ob es dies enthält</translation>
    </message>
    <message>
        <source>whether one of them is true</source>
        <translation>ob eines davon wahr ist</translation>
    </message>
    <message>
        <source>whether the map has this key</source>
        <translation>ob die Map diesen Schlüssel hat</translation>
    </message>
    <message>
        <source>whether the map has this value</source>
        <translation>ob die Map diesen Wert hat</translation>
    </message>
    <message>
        <source>who started it</source>
        <translation>wer gestartet hat</translation>
    </message>
    <message>
        <source>would stand readable in the file.</source>
        <translation>stünde lesbar in der Datei.</translation>
    </message>
    <message>
        <source>writes a line into the log of the run</source>
        <translation>schreibt eine Zeile ins Protokoll des Laufs</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>{calls} % of {calls2} ok</source>
        <translation>{calls} % von {calls2} ok</translation>
    </message>
    <message>
        <source>{event} boundary event</source>
        <translation>Angeheftetes Ereignis ({event})</translation>
    </message>
    <message>
        <source>{event} end event</source>
        <translation>Endereignis ({event})</translation>
    </message>
    <message>
        <source>{event} implicit throw event</source>
        <translation>Implizites werfendes Ereignis ({event})</translation>
    </message>
    <message>
        <source>{event} intermediate catch event</source>
        <translation>Fangendes Zwischenereignis ({event})</translation>
    </message>
    <message>
        <source>{event} intermediate throw event</source>
        <translation>Werfendes Zwischenereignis ({event})</translation>
    </message>
    <message>
        <source>{event} start event</source>
        <translation>Startereignis ({event})</translation>
    </message>
    <message>
        <source>{kind} cannot be compared with {kind2}</source>
        <translation>{kind} lässt sich nicht mit {kind2} vergleichen</translation>
    </message>
    <message>
        <source>{kind} has no method “{name}”</source>
        <translation>{kind} hat keine Methode „{name}“</translation>
    </message>
    <message>
        <source>{kind} has no property “{to_text}”</source>
        <translation>{kind} hat keine Eigenschaft „{to_text}“</translation>
    </message>
    <message>
        <source>{kind} is neither true nor false</source>
        <translation>{kind} ist weder wahr noch falsch</translation>
    </message>
    <message>
        <source>{kind} is no JSON value</source>
        <translation>{kind} ist kein JSON-Wert</translation>
    </message>
    <message>
        <source>{kind} is not a number</source>
        <translation>{kind} ist keine Zahl</translation>
    </message>
    <message>
        <source>{kind} is too large for a text</source>
        <translation>{kind} ist zu groß für einen Text</translation>
    </message>
    <message>
        <source>{label_of} is not empty, so it cannot become a black box.</source>
        <translation>{label_of} ist nicht leer und kann daher kein schwarzer Kasten werden.</translation>
    </message>
    <message>
        <source>{label} becomes “{default}”.</source>
        <translation>{label} wird „{default}“.</translation>
    </message>
    <message>
        <source>{label}: a drawing of nothing is left out</source>
        <translation>{label}: eine Zeichnung von nichts wird weggelassen</translation>
    </message>
    <message>
        <source>{label}: a drawing of nothing, without bounds or way points, is left out</source>
        <translation>{label}: eine leere Zeichnung, ohne Umriss oder Wegpunkte, wird weggelassen</translation>
    </message>
    <message>
        <source>{label}: extensions are spelled camunda:</source>
        <translation>{label}: Erweiterungen werden so geschrieben, camunda:</translation>
    </message>
    <message>
        <source>{label}: got the id {given}</source>
        <translation>{label}: hat die ID {given} bekommen</translation>
    </message>
    <message>
        <source>{label}: history is kept for {history_time_to_live}</source>
        <translation>{label}: die Historie wird {history_time_to_live} aufbewahrt</translation>
    </message>
    <message>
        <source>{label}: is commented out, so a step that does nothing stands in its place</source>
        <translation>{label}: ist auskommentiert, an seiner Stelle steht ein Schritt, der nichts tut</translation>
    </message>
    <message>
        <source>{label}: is marked executable</source>
        <translation>{label}: ist als ausführbar gekennzeichnet</translation>
    </message>
    <message>
        <source>{label}: its parts stand in the schema&apos;s order</source>
        <translation>{label}: seine Teile stehen in der Reihenfolge des Schemas</translation>
    </message>
    <message>
        <source>{label}: the Python script became an external task on topic {python_topic}</source>
        <translation>{label}: das Python-Skript wurde zu einer externen Aufgabe mit dem Topic {python_topic}</translation>
    </message>
    <message>
        <source>{label}: the nested called element became attributes</source>
        <translation>{label}: das geschachtelte aufgerufene Element wurde zu Attributen</translation>
    </message>
    <message>
        <source>{label}: the nested external task became attributes</source>
        <translation>{label}: die geschachtelte externe Aufgabe wurde zu Attributen</translation>
    </message>
    <message>
        <source>{len} blocks</source>
        <translation>{len} Blöcke</translation>
    </message>
    <message>
        <source>{len} elements</source>
        <translation>{len} Elemente</translation>
    </message>
    <message>
        <source>{more} more of this kind.</source>
        <translation>{more} weitere dieser Art.</translation>
    </message>
    <message>
        <source>{names} overlap.</source>
        <translation>{names} überlappen sich.</translation>
    </message>
    <message>
        <source>{name} cannot be saved over.</source>
        <translation>{name} kann nicht überschrieben werden.</translation>
    </message>
    <message>
        <source>{name} is no JSON number</source>
        <translation>{name} ist keine JSON-Zahl</translation>
    </message>
    <message>
        <source>{name} is no JSON: {exc}.</source>
        <translation>{name} ist kein JSON: {exc}.</translation>
    </message>
    <message>
        <source>{name} of “{label}” names “{target}”, which does not exist.</source>
        <translation>{name} von „{label}“ nennt „{target}“, das es nicht gibt.</translation>
    </message>
    <message>
        <source>{name} of “{label}” names “{value}”, which is something else.</source>
        <translation>{name} von „{label}“ nennt „{value}“, das etwas anderes ist.</translation>
    </message>
    <message>
        <source>{name} takes {wanted} arguments, not {len}</source>
        <translation>{name} nimmt {wanted} Argumente, nicht {len}</translation>
    </message>
    <message>
        <source>{name} took longer than {timeout} s.</source>
        <translation>{name} dauerte länger als {timeout} s.</translation>
    </message>
    <message>
        <source>{name}: {message} Trying the next endpoint.</source>
        <translation>{name}: {message} Der nächste Endpunkt wird versucht.</translation>
    </message>
    <message>
        <source>{place} answered {told}.</source>
        <translation>{place} antwortete {told}.</translation>
    </message>
    <message>
        <source>{place} cannot be reached: {exc}.</source>
        <translation>{place} ist nicht erreichbar: {exc}.</translation>
    </message>
    <message>
        <source>{place} cannot be reached: {failure}.</source>
        <translation>{place} ist nicht erreichbar: {failure}.</translation>
    </message>
    <message>
        <source>{place} did not answer within {timeout} s.</source>
        <translation>{place} antwortete nicht innerhalb von {timeout} s.</translation>
    </message>
    <message>
        <source>{place} failed too often and rests for another {rest} s.</source>
        <translation>{place} ist zu oft fehlgeschlagen und ruht noch {rest} s.</translation>
    </message>
    <message>
        <source>{place} is outside of 0 to {size}</source>
        <translation>{place} liegt außerhalb von 0 bis {size}</translation>
    </message>
    <message>
        <source>{place} refused every recipient: {told}.</source>
        <translation>{place} lehnte jeden Empfänger ab: {told}.</translation>
    </message>
    <message>
        <source>{place} refused the login: {code} {message}.</source>
        <translation>{place} lehnte die Anmeldung ab: {code} {message}.</translation>
    </message>
    <message>
        <source>{place} {message}.</source>
        <translation>{place} {message}.</translation>
    </message>
    <message>
        <source>{place}: {exc}.</source>
        <translation>{place}: {exc}.</translation>
    </message>
    <message>
        <source>{place}: {failure}.</source>
        <translation>{place}: {failure}.</translation>
    </message>
    <message>
        <source>{port} is no port number.</source>
        <translation>{port} ist keine Portnummer.</translation>
    </message>
    <message>
        <source>{source}: the value is nested too deeply</source>
        <translation>{source}: der Wert ist zu tief geschachtelt</translation>
    </message>
    <message>
        <source>{what}, which the engine cannot evaluate.</source>
        <translation>{what}, was die Engine nicht auswerten kann.</translation>
    </message>
    <message>
        <source>{what}: connect them the other way round.</source>
        <translation>{what}: andersherum verbinden.</translation>
    </message>
    <message>
        <source>“${” has no “}”</source>
        <translation>„${“ hat kein „}“</translation>
    </message>
    <message>
        <source>“{binding}” is Camunda 8&apos;s; this studio writes for Camunda 7</source>
        <translation>„{binding}“ gehört zu Camunda 8; dieses Studio schreibt für Camunda 7</translation>
    </message>
    <message>
        <source>“{binding}” is not known; known are {join}</source>
        <translation>„{binding}“ ist nicht bekannt; bekannt sind {join}</translation>
    </message>
    <message>
        <source>“{element}” has no page of its own.</source>
        <translation>„{element}“ hat keine eigene Seite.</translation>
    </message>
    <message>
        <source>“{formerly}” is called “{label}” now.</source>
        <translation>„{formerly}“ heißt jetzt „{label}“.</translation>
    </message>
    <message>
        <source>“{found}” is not expected here</source>
        <translation>„{found}“ wird hier nicht erwartet</translation>
    </message>
    <message>
        <source>“{id}” cannot name a variable: write letters, digits and _.</source>
        <translation>„{id}“ kann keine Variable benennen: Buchstaben, Ziffern und _ schreiben.</translation>
    </message>
    <message>
        <source>“{item}” is none of {join}</source>
        <translation>„{item}“ ist keins von {join}</translation>
    </message>
    <message>
        <source>“{item}” is not among the groups</source>
        <translation>„{item}“ ist nicht unter den Gruppen</translation>
    </message>
    <message>
        <source>“{key}” is not a valid id.</source>
        <translation>„{key}“ ist keine gültige ID.</translation>
    </message>
    <message>
        <source>“{label}” and what follows run once for each of the parallel ways from “{label2}”.</source>
        <translation>„{label}“ und was folgt laufen einmal für jeden der parallelen Wege von „{label2}“.</translation>
    </message>
    <message>
        <source>“{label}” and “{label2}”</source>
        <translation>„{label}“ und „{label2}“</translation>
    </message>
    <message>
        <source>“{label}” and “{label2}” wait for the same {what}.</source>
        <translation>„{label}“ und „{label2}“ warten auf dasselbe ({what}).</translation>
    </message>
    <message>
        <source>“{label}” and “{taken}” both set “{name}”.</source>
        <translation>„{label}“ und „{taken}“ setzen beide „{name}“.</translation>
    </message>
    <message>
        <source>“{label}” begins in several ways at once.</source>
        <translation>„{label}“ beginnt auf mehrere Arten zugleich.</translation>
    </message>
    <message>
        <source>“{label}” begins in several ways.</source>
        <translation>„{label}“ beginnt auf mehrere Arten.</translation>
    </message>
    <message>
        <source>“{label}” binds its call to “{binding}”.</source>
        <translation>„{label}“ bindet seinen Aufruf an „{binding}“.</translation>
    </message>
    <message>
        <source>“{label}” binds its form by “{binding}”.</source>
        <translation>„{label}“ bindet sein Formular mit „{binding}“.</translation>
    </message>
    <message>
        <source>“{label}” calls a process and a case.</source>
        <translation>„{label}“ ruft einen Prozess und einen Fall auf.</translation>
    </message>
    <message>
        <source>“{label}” calls no process.</source>
        <translation>„{label}“ ruft keinen Prozess auf.</translation>
    </message>
    <message>
        <source>“{label}” calls the process of a tenant; there are none here, so it calls the one there is.</source>
        <translation>„{label}“ ruft den Prozess eines Mandanten auf; hier gibt es keine, daher ruft es den vorhandenen auf.</translation>
    </message>
    <message>
        <source>“{label}” cancels outside of a transaction.</source>
        <translation>„{label}“ bricht außerhalb einer Transaktion ab.</translation>
    </message>
    <message>
        <source>“{label}” cannot be asyncAfter.</source>
        <translation>„{label}“ kann nicht asyncAfter sein.</translation>
    </message>
    <message>
        <source>“{label}” cannot be “{shown}”.</source>
        <translation>„{label}“ kann nicht „{shown}“ sein.</translation>
    </message>
    <message>
        <source>“{label}” cannot become a {lower}.</source>
        <translation>„{label}“ kann nicht „{lower}“ werden.</translation>
    </message>
    <message>
        <source>“{label}” cannot change its size.</source>
        <translation>„{label}“ kann seine Größe nicht ändern.</translation>
    </message>
    <message>
        <source>“{label}” cannot raise the escalation of “{label2}”.</source>
        <translation>„{label}“ kann die Eskalation von „{label2}“ nicht auslösen.</translation>
    </message>
    <message>
        <source>“{label}” catches cancel outside of a transaction.</source>
        <translation>„{label}“ fängt einen Abbruch außerhalb einer Transaktion.</translation>
    </message>
    <message>
        <source>“{label}” compensates an activity that does not exist.</source>
        <translation>„{label}“ kompensiert eine Aktivität, die es nicht gibt.</translation>
    </message>
    <message>
        <source>“{label}” does not choose among its flows, so none is the default.</source>
        <translation>„{label}“ wählt nicht unter seinen Flüssen, daher ist keiner der Standard.</translation>
    </message>
    <message>
        <source>“{label}” does not say how many instances it has.</source>
        <translation>„{label}“ sagt nicht, wie viele Instanzen es hat.</translation>
    </message>
    <message>
        <source>“{label}” does not say how often.</source>
        <translation>„{label}“ sagt nicht, wie oft.</translation>
    </message>
    <message>
        <source>“{label}” does not say which message it waits for.</source>
        <translation>„{label}“ sagt nicht, auf welche Nachricht es wartet.</translation>
    </message>
    <message>
        <source>“{label}” does not say which version.</source>
        <translation>„{label}“ sagt nicht, welche Version.</translation>
    </message>
    <message>
        <source>“{label}” does not say which {binding} of the process it calls.</source>
        <translation>„{label}“ sagt nicht, welche {binding} des Prozesses es aufruft.</translation>
    </message>
    <message>
        <source>“{label}” does not say which {kind}.</source>
        <translation>„{label}“ lässt etwas offen: {kind}.</translation>
    </message>
    <message>
        <source>“{label}” ends in several ways and its outgoing flows choose, which flows inside could not.</source>
        <translation>„{label}“ endet auf mehrere Arten, und seine ausgehenden Flüsse wählen aus; Flüsse im Inneren könnten das nicht.</translation>
    </message>
    <message>
        <source>“{label}” ends its way without an end event.</source>
        <translation>„{label}“ beendet seinen Weg ohne Endereignis.</translation>
    </message>
    <message>
        <source>“{label}” follows its default, which is “{default}” now.</source>
        <translation>„{label}“ folgt seiner Vorgabe, die jetzt „{default}“ ist.</translation>
    </message>
    <message>
        <source>“{label}” gives “{get}” in a way that no parameter can.</source>
        <translation>„{label}“ gibt „{get}“ auf eine Weise, die kein Parameter kann.</translation>
    </message>
    <message>
        <source>“{label}” goes.</source>
        <translation>„{label}“ fällt weg.</translation>
    </message>
    <message>
        <source>“{label}” has a form key and a form reference.</source>
        <translation>„{label}“ hat einen Formularschlüssel und einen Formularverweis.</translation>
    </message>
    <message>
        <source>“{label}” has a loop maximum of “{strip}”.</source>
        <translation>„{label}“ hat als Höchstzahl der Durchläufe „{strip}“.</translation>
    </message>
    <message>
        <source>“{label}” has a value without a name.</source>
        <translation>„{label}“ hat einen Wert ohne Namen.</translation>
    </message>
    <message>
        <source>“{label}” has a {attribute} of “{text}”.</source>
        <translation>„{label}“ hat als {attribute} „{text}“.</translation>
    </message>
    <message>
        <source>“{label}” has an element variable, but no collection.</source>
        <translation>„{label}“ hat eine Elementvariable, aber keine Liste.</translation>
    </message>
    <message>
        <source>“{label}” has flows without a condition.</source>
        <translation>„{label}“ hat Flüsse ohne Bedingung.</translation>
    </message>
    <message>
        <source>“{label}” has listeners for events that never come here.</source>
        <translation>„{label}“ hat Listener für Ereignisse, die hier nie eintreten.</translation>
    </message>
    <message>
        <source>“{label}” has listeners in Java or scripts, which do not run here.</source>
        <translation>„{label}“ hat Listener in Java oder Skripten, die hier nicht laufen.</translation>
    </message>
    <message>
        <source>“{label}” has no condition.</source>
        <translation>„{label}“ hat keine Bedingung.</translation>
    </message>
    <message>
        <source>“{label}” has no default flow: when no condition holds, the process fails here.</source>
        <translation>„{label}“ hat keinen Standardfluss: Gilt keine Bedingung, scheitert der Prozess hier.</translation>
    </message>
    <message>
        <source>“{label}” has no end event.</source>
        <translation>„{label}“ hat kein Endereignis.</translation>
    </message>
    <message>
        <source>“{label}” has no field {join}.</source>
        <translation>„{label}“ hat kein Feld {join}.</translation>
    </message>
    <message>
        <source>“{label}” has no implementation and does nothing.</source>
        <translation>„{label}“ hat keine Implementierung und tut nichts.</translation>
    </message>
    <message>
        <source>“{label}” has no implementation.</source>
        <translation>„{label}“ hat keine Implementierung.</translation>
    </message>
    <message>
        <source>“{label}” has no inside to show.</source>
        <translation>„{label}“ hat kein Inneres zu zeigen.</translation>
    </message>
    <message>
        <source>“{label}” has no place to start.</source>
        <translation>„{label}“ hat keinen Startpunkt.</translation>
    </message>
    <message>
        <source>“{label}” has no script and does nothing.</source>
        <translation>„{label}“ hat kein Skript und tut nichts.</translation>
    </message>
    <message>
        <source>“{label}” has no script.</source>
        <translation>„{label}“ hat kein Skript.</translation>
    </message>
    <message>
        <source>“{label}” has no start event.</source>
        <translation>„{label}“ hat kein Startereignis.</translation>
    </message>
    <message>
        <source>“{label}” has no time.</source>
        <translation>„{label}“ hat keine Zeitangabe.</translation>
    </message>
    <message>
        <source>“{label}” has several event definitions, of which one counts.</source>
        <translation>„{label}“ hat mehrere Ereignisdefinitionen, von denen eine zählt.</translation>
    </message>
    <message>
        <source>“{label}” has several events at once; Camunda 7 cannot run it.</source>
        <translation>„{label}“ hat mehrere Ereignisse zugleich; Camunda 7 kann es nicht ausführen.</translation>
    </message>
    <message>
        <source>“{label}” has two event definitions of one kind.</source>
        <translation>„{label}“ hat zwei Ereignisdefinitionen einer Art.</translation>
    </message>
    <message>
        <source>“{label}” has {len} plain start events.</source>
        <translation>„{label}“ hat {len} einfache Startereignisse.</translation>
    </message>
    <message>
        <source>“{label}” has {len} start events, {names}, but a sub-process begins at one.</source>
        <translation>„{label}“ hat {len} Startereignisse, {names}, aber ein Teilprozess beginnt an einem.</translation>
    </message>
    <message>
        <source>“{label}” has “{twice}” twice.</source>
        <translation>„{label}“ hat „{twice}“ zweimal.</translation>
    </message>
    <message>
        <source>“{label}” holds an event that means something in a subsystem only.</source>
        <translation>„{label}“ enthält ein Ereignis, das nur in einem Teilprozess etwas bedeutet.</translation>
    </message>
    <message>
        <source>“{label}” holds blocks, which another kind could not.</source>
        <translation>„{label}“ enthält Blöcke, was eine andere Art nicht könnte.</translation>
    </message>
    <message>
        <source>“{label}” holds no activity.</source>
        <translation>„{label}“ enthält keine Aktivität.</translation>
    </message>
    <message>
        <source>“{label}” holds nothing that could be entered.</source>
        <translation>„{label}“ enthält nichts, was betreten werden könnte.</translation>
    </message>
    <message>
        <source>“{label}” is a block already.</source>
        <translation>„{label}“ ist schon ein Block.</translation>
    </message>
    <message>
        <source>“{label}” is a block “{stamp}” that the library does not hold.</source>
        <translation>„{label}“ ist ein Block „{stamp}“, den die Bibliothek nicht enthält.</translation>
    </message>
    <message>
        <source>“{label}” is a complex gateway; Camunda 7 cannot run it.</source>
        <translation>„{label}“ ist ein komplexes Gateway; Camunda 7 kann es nicht ausführen.</translation>
    </message>
    <message>
        <source>“{label}” is a task of type “{way}”.</source>
        <translation>„{label}“ ist eine Aufgabe vom Typ „{way}“.</translation>
    </message>
    <message>
        <source>“{label}” is about all that is around it, not a subsystem only.</source>
        <translation>„{label}“ betrifft alles um sich herum, nicht nur einen Teilprozess.</translation>
    </message>
    <message>
        <source>“{label}” is ad hoc and may not hold the {kind} “{label2}”.</source>
        <translation>„{label}“ ist ad hoc und darf „{label2}“ nicht enthalten ({kind}).</translation>
    </message>
    <message>
        <source>“{label}” is an inclusive gateway; its join is hard to predict.</source>
        <translation>„{label}“ ist ein inklusives Gateway; seine Zusammenführung ist schwer vorherzusagen.</translation>
    </message>
    <message>
        <source>“{label}” is attached to no activity.</source>
        <translation>„{label}“ ist an keine Aktivität geheftet.</translation>
    </message>
    <message>
        <source>“{label}” is commented out: a run passes it by.</source>
        <translation>„{label}“ ist auskommentiert: Ein Lauf geht daran vorbei.</translation>
    </message>
    <message>
        <source>“{label}” is connected already.</source>
        <translation>„{label}“ ist schon verbunden.</translation>
    </message>
    <message>
        <source>“{label}” is empty.</source>
        <translation>„{label}“ ist leer.</translation>
    </message>
    <message>
        <source>“{label}” is external, but has no topic.</source>
        <translation>„{label}“ ist extern, hat aber kein Topic.</translation>
    </message>
    <message>
        <source>“{label}” is joined to something that was added here, and the new version removes it.</source>
        <translation>„{label}“ ist mit etwas verbunden, das hier hinzukam, und die neue Version entfernt es.</translation>
    </message>
    <message>
        <source>“{label}” is marked as commented out, but a run cannot pass it by.</source>
        <translation>„{label}“ ist als auskommentiert gekennzeichnet, aber ein Lauf kommt nicht daran vorbei.</translation>
    </message>
    <message>
        <source>“{label}” is new, and has to be filled in.</source>
        <translation>„{label}“ ist neu und muss ausgefüllt werden.</translation>
    </message>
    <message>
        <source>“{label}” is new.</source>
        <translation>„{label}“ ist neu.</translation>
    </message>
    <message>
        <source>“{label}” is no JSON: {failure}.</source>
        <translation>„{label}“ ist kein JSON: {failure}.</translation>
    </message>
    <message>
        <source>“{label}” is no Python{where}: {said}.</source>
        <translation>„{label}“ ist kein Python{where}: {said}.</translation>
    </message>
    <message>
        <source>“{label}” is no block of a library.</source>
        <translation>„{label}“ ist kein Block einer Bibliothek.</translation>
    </message>
    <message>
        <source>“{label}” is no subsystem.</source>
        <translation>„{label}“ ist kein Teilprozess.</translation>
    </message>
    <message>
        <source>“{label}” is not an event that {what} a message.</source>
        <translation>„{label}“ ist kein Ereignis, das eine Nachricht {what}.</translation>
    </message>
    <message>
        <source>“{label}” is not connected.</source>
        <translation>„{label}“ ist nicht verbunden.</translation>
    </message>
    <message>
        <source>“{label}” is not drawn, so nothing can be put beside it.</source>
        <translation>„{label}“ ist nicht gezeichnet, daher lässt sich nichts danebensetzen.</translation>
    </message>
    <message>
        <source>“{label}” is not drawn.</source>
        <translation>„{label}“ ist nicht gezeichnet.</translation>
    </message>
    <message>
        <source>“{label}” is not marked executable; Camunda 7 would deploy nothing.</source>
        <translation>„{label}“ ist nicht als ausführbar gekennzeichnet; Camunda 7 würde nichts bereitstellen.</translation>
    </message>
    <message>
        <source>“{label}” is not marked for compensation.</source>
        <translation>„{label}“ ist nicht als Kompensation gekennzeichnet.</translation>
    </message>
    <message>
        <source>“{label}” is not open.</source>
        <translation>„{label}“ ist nicht aufgeklappt.</translation>
    </message>
    <message>
        <source>“{label}” is of the unknown type “{kind}”.</source>
        <translation>„{label}“ ist vom unbekannten Typ „{kind}“.</translation>
    </message>
    <message>
        <source>“{label}” is open already.</source>
        <translation>„{label}“ ist schon aufgeklappt.</translation>
    </message>
    <message>
        <source>“{label}” is reached past “{label2}” too.</source>
        <translation>„{label}“ wird auch an „{label2}“ vorbei erreicht.</translation>
    </message>
    <message>
        <source>“{label}” is version {has} of “{name}”, which is newer than the library&apos;s version {ours}.</source>
        <translation>„{label}“ ist Version {has} von „{name}“, neuer als Version {ours} der Bibliothek.</translation>
    </message>
    <message>
        <source>“{label}” is version {has} of “{name}”; the library holds version {ours}.</source>
        <translation>„{label}“ ist Version {has} von „{name}“; die Bibliothek hat Version {ours}.</translation>
    </message>
    <message>
        <source>“{label}” is written in “{language}”.</source>
        <translation>„{label}“ ist in „{language}“ geschrieben.</translation>
    </message>
    <message>
        <source>“{label}” is {words}, which is refused.</source>
        <translation>„{label}“ ist {words}, das wird abgelehnt.</translation>
    </message>
    <message>
        <source>“{label}” joins and splits at once.</source>
        <translation>„{label}“ führt zusammen und verzweigt zugleich.</translation>
    </message>
    <message>
        <source>“{label}” leads to fewer than two events.</source>
        <translation>„{label}“ führt zu weniger als zwei Ereignissen.</translation>
    </message>
    <message>
        <source>“{label}” listens to all that is around it.</source>
        <translation>„{label}“ hört auf alles um sich herum.</translation>
    </message>
    <message>
        <source>“{label}” listens to “{changes}”.</source>
        <translation>„{label}“ lauscht auf „{changes}“.</translation>
    </message>
    <message>
        <source>“{label}” lists the {child} flow “{lost}”, which does not touch it.</source>
        <translation>„{label}“ nennt als {child} Fluss „{lost}“, der es nicht berührt.</translation>
    </message>
    <message>
        <source>“{label}” loops here, but runs once there.</source>
        <translation>„{label}“ wiederholt sich hier, läuft dort aber einmal.</translation>
    </message>
    <message>
        <source>“{label}” maps its result by “{name}”.</source>
        <translation>„{label}“ ordnet sein Ergebnis mit „{name}“ zu.</translation>
    </message>
    <message>
        <source>“{label}” maps its variables in Java.</source>
        <translation>„{label}“ ordnet seine Variablen in Java zu.</translation>
    </message>
    <message>
        <source>“{label}” may not have parameters.</source>
        <translation>„{label}“ darf keine Parameter haben.</translation>
    </message>
    <message>
        <source>“{label}” may not lead to “{label2}”.</source>
        <translation>„{label}“ darf nicht zu „{label2}“ führen.</translation>
    </message>
    <message>
        <source>“{label}” names no topic.</source>
        <translation>„{label}“ nennt kein Topic.</translation>
    </message>
    <message>
        <source>“{label}” names no {kind}.</source>
        <translation>„{label}“ fehlt eine Angabe: {kind}.</translation>
    </message>
    <message>
        <source>“{label}” names no {what}.</source>
        <translation>„{label}“ fehlt eine Angabe: {what}.</translation>
    </message>
    <message>
        <source>“{label}” needs {what}, which does not run here.</source>
        <translation>„{label}“ braucht {what}; das läuft hier nicht.</translation>
    </message>
    <message>
        <source>“{label}” neither joins nor splits.</source>
        <translation>„{label}“ führt weder zusammen noch verzweigt es.</translation>
    </message>
    <message>
        <source>“{label}” offers no choices.</source>
        <translation>„{label}“ bietet keine Auswahl.</translation>
    </message>
    <message>
        <source>“{label}” refers to an event that does not exist.</source>
        <translation>„{label}“ verweist auf ein Ereignis, das es nicht gibt.</translation>
    </message>
    <message>
        <source>“{label}” rides on no activity of its scope.</source>
        <translation>„{label}“ sitzt an keiner Aktivität seines Bereichs.</translation>
    </message>
    <message>
        <source>“{label}” runs a class, which gives no result variable.</source>
        <translation>„{label}“ führt eine Klasse aus, die keine Ergebnisvariable liefert.</translation>
    </message>
    <message>
        <source>“{label}” says neither how long nor how often it loops; it runs once.</source>
        <translation>„{label}“ sagt weder, wie lange noch wie oft es sich wiederholt; es läuft einmal.</translation>
    </message>
    <message>
        <source>“{label}” sends nothing there.</source>
        <translation>„{label}“ sendet dort nichts.</translation>
    </message>
    <message>
        <source>“{label}” stands behind an event-based gateway, but nothing can be waited for there.</source>
        <translation>„{label}“ steht hinter einem ereignisbasierten Gateway, aber dort kann auf nichts gewartet werden.</translation>
    </message>
    <message>
        <source>“{label}” stands in another process than what it connects.</source>
        <translation>„{label}“ steht in einem anderen Prozess als das, was er verbindet.</translation>
    </message>
    <message>
        <source>“{label}” stands in another scope than the flow.</source>
        <translation>„{label}“ steht in einem anderen Bereich als der Fluss.</translation>
    </message>
    <message>
        <source>“{label}” stands readable in the file.</source>
        <translation>„{label}“ steht lesbar in der Datei.</translation>
    </message>
    <message>
        <source>“{label}” stands where there is no {kind} event.</source>
        <translation>„{label}“ steht, wo es kein Ereignis dieser Art ({kind}) gibt.</translation>
    </message>
    <message>
        <source>“{label}” takes its script from elsewhere.</source>
        <translation>„{label}“ holt sein Skript von anderswo.</translation>
    </message>
    <message>
        <source>“{label}” terminates, but nothing else can be running.</source>
        <translation>„{label}“ terminiert, aber sonst kann nichts laufen.</translation>
    </message>
    <message>
        <source>“{label}” undoes a process as a whole.</source>
        <translation>„{label}“ macht einen ganzen Prozess rückgängig.</translation>
    </message>
    <message>
        <source>“{label}” undoes an activity of another scope.</source>
        <translation>„{label}“ macht eine Aktivität eines anderen Bereichs rückgängig.</translation>
    </message>
    <message>
        <source>“{label}” undoes nothing.</source>
        <translation>„{label}“ macht nichts rückgängig.</translation>
    </message>
    <message>
        <source>“{label}” uses a connector.</source>
        <translation>„{label}“ verwendet einen Konnektor.</translation>
    </message>
    <message>
        <source>“{label}” waits for all its flows, but “{label2}” lets only one of them through.</source>
        <translation>„{label}“ wartet auf alle seine Flüsse, aber „{label2}“ lässt nur einen davon durch.</translation>
    </message>
    <message>
        <source>“{label}” waits for events, but “{label2}” is not one.</source>
        <translation>„{label}“ wartet auf Ereignisse, aber „{label2}“ ist keins.</translation>
    </message>
    <message>
        <source>“{label}” waits for nothing.</source>
        <translation>„{label}“ wartet auf nichts.</translation>
    </message>
    <message>
        <source>“{label}” waits for the compensation all the same.</source>
        <translation>„{label}“ wartet trotzdem auf die Kompensation.</translation>
    </message>
    <message>
        <source>“{label}” waits for {what}, which is not known there.</source>
        <translation>„{label}“ wartet auf {what}; das ist dort nicht bekannt.</translation>
    </message>
    <message>
        <source>“{label}” was added here and stays.</source>
        <translation>„{label}“ kam hier hinzu und bleibt.</translation>
    </message>
    <message>
        <source>“{label}” was changed here, and the new version removes it.</source>
        <translation>„{label}“ wurde hier geändert, und die neue Version entfernt es.</translation>
    </message>
    <message>
        <source>“{label}” was removed here and stays away.</source>
        <translation>„{label}“ wurde hier entfernt und bleibt weg.</translation>
    </message>
    <message>
        <source>“{label}” was removed here, and the new version changes it.</source>
        <translation>„{label}“ wurde hier entfernt, und die neue Version ändert es.</translation>
    </message>
    <message>
        <source>“{label}” {lacking}.</source>
        <translation>„{label}“ {lacking}.</translation>
    </message>
    <message>
        <source>“{label}” {what}, so it is more than the blocks inside.</source>
        <translation>„{label}“ {what}, ist also mehr als die Blöcke im Inneren.</translation>
    </message>
    <message>
        <source>“{label}”: {called} changes.</source>
        <translation>„{label}“: {called} ändert sich.</translation>
    </message>
    <message>
        <source>“{label}”: {called} was changed here and stays.</source>
        <translation>„{label}“: {called} wurde hier geändert und bleibt so.</translation>
    </message>
    <message>
        <source>“{label}”: {called} was changed here, and in the new version.</source>
        <translation>„{label}“: {called} wurde hier geändert, und auch in der neuen Version.</translation>
    </message>
    <message>
        <source>“{label}”: {failure}.</source>
        <translation>„{label}“: {failure}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be placed. {reason}</source>
        <translation>„{name}“ lässt sich nicht setzen. {reason}</translation>
    </message>
    <message>
        <source>“{name}” comes with the studio and cannot be changed.</source>
        <translation>„{name}“ gehört zum Studio und ist nicht änderbar.</translation>
    </message>
    <message>
        <source>“{name}” does not say where to start.</source>
        <translation>„{name}“ sagt nicht, wo zu starten ist.</translation>
    </message>
    <message>
        <source>“{name}” ends in no format that is known.</source>
        <translation>„{name}“ endet auf kein bekanntes Format.</translation>
    </message>
    <message>
        <source>“{name}” goes from version {before} to {after}.</source>
        <translation>„{name}“ geht von Version {before} zu {after}.</translation>
    </message>
    <message>
        <source>“{name}” has no start “{start_event}”.</source>
        <translation>„{name}“ hat keinen Start „{start_event}“.</translation>
    </message>
    <message>
        <source>“{name}” is either true or false.</source>
        <translation>„{name}“ ist entweder wahr oder falsch.</translation>
    </message>
    <message>
        <source>“{name}” is made of a {element}, not of a {kind}.</source>
        <translation>„{name}“ besteht aus {element}, nicht aus {kind}.</translation>
    </message>
    <message>
        <source>“{name}” is no document.</source>
        <translation>„{name}“ ist kein Dokument.</translation>
    </message>
    <message>
        <source>“{name}” is no parameter of the block; it stays.</source>
        <translation>„{name}“ ist kein Parameter des Blocks; es bleibt.</translation>
    </message>
    <message>
        <source>“{name}” is no result of the block; it stays.</source>
        <translation>„{name}“ ist kein Ergebnis des Blocks; es bleibt.</translation>
    </message>
    <message>
        <source>“{name}” is not in the folder of the diagram.</source>
        <translation>„{name}“ liegt nicht im Ordner des Diagramms.</translation>
    </message>
    <message>
        <source>“{name}” is {told} and not {told2}.</source>
        <translation>„{name}“ ist {told} und nicht {told2}.</translation>
    </message>
    <message>
        <source>“{name}” ties elements together and is not set by itself.</source>
        <translation>„{name}“ verbindet Elemente und wird nicht für sich gesetzt.</translation>
    </message>
    <message>
        <source>“{new}” is no name for a variable.</source>
        <translation>„{new}“ ist kein Name für eine Variable.</translation>
    </message>
    <message>
        <source>“{ours}” is none of general, ai, integration, meta</source>
        <translation>„{ours}“ ist keins von general, ai, integration, meta</translation>
    </message>
    <message>
        <source>“{place}” is not opened.</source>
        <translation>„{place}“ wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>“{source}” calls “{method}”, which expressions do not have.</source>
        <translation>„{source}“ ruft „{method}“ auf, das es in Ausdrücken nicht gibt.</translation>
    </message>
    <message>
        <source>“{source}” cannot be read: {reason} (at character {at}).</source>
        <translation>„{source}“ ist nicht lesbar: {reason} (bei Zeichen {at}).</translation>
    </message>
    <message>
        <source>“{source}…” is too long: an expression has at most {max_source} characters, a text around expressions {max_result}.</source>
        <translation>„{source}…“ ist zu lang: Ein Ausdruck hat höchstens {max_source} Zeichen, ein Text um Ausdrücke {max_result}.</translation>
    </message>
    <message>
        <source>“{strip}” looks like an expression, but without ${} it is only a text.</source>
        <translation>„{strip}“ sieht wie ein Ausdruck aus, ist ohne ${} aber nur ein Text.</translation>
    </message>
    <message>
        <source>“{text}” is no time that a timer can be set to</source>
        <translation>„{text}“ ist keine Zeit, auf die sich ein Timer stellen lässt</translation>
    </message>
    <message>
        <source>“{text}” is not a number</source>
        <translation>„{text}“ ist keine Zahl</translation>
    </message>
    <message>
        <source>“{value}” is not a whole number</source>
        <translation>„{value}“ ist keine ganze Zahl</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Moment of the run</source>
        <translation>Zeitpunkt des Laufs</translation>
    </message>
    <message>
        <source>Press F5 to run. Drag the handle later to look at any earlier moment.</source>
        <translation>F5 startet den Lauf. Danach führt der Griff zu jedem früheren Zeitpunkt.</translation>
    </message>
    <message>
        <source>drag to look back</source>
        <translation>ziehen, um zurückzublicken</translation>
    </message>
    <message>
        <source>earlier moment; drag to the end to go on</source>
        <translation>früherer Zeitpunkt; zum Ende ziehen, um fortzufahren</translation>
    </message>
    <message>
        <source>t = {time} · event {number} of {count}</source>
        <translation>t = {time} · Ereignis {number} von {count}</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>All commands (Alt)</source>
        <translation>Alle Befehle (Alt)</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check {counts}</source>
        <translation>Prüfen {counts}</translation>
    </message>
    <message>
        <source>Check ✓</source>
        <translation>Prüfen ✓</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>More buttons</source>
        <translation>Weitere Knöpfe</translation>
    </message>
    <message>
        <source>Run  F5</source>
        <translation>Ausführen  F5</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Done. It set {names}.</source>
        <translation>Fertig. Gesetzt: {names}.</translation>
    </message>
    <message>
        <source>Fill in a scenario</source>
        <translation>Szenario einsetzen</translation>
    </message>
    <message>
        <source>Fill in the form at the right, then run the block alone.</source>
        <translation>Das Formular rechts ausfüllen, dann den Block allein laufen lassen.</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>Fehlgeschlagen.</translation>
    </message>
    <message>
        <source>It runs…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>It waits for a person: {task}.</source>
        <translation>Wartet auf eine Person: {task}.</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>Save as a scenario…</source>
        <translation>Als Szenario speichern…</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>What the block sets will stand here.</source>
        <translation>Hier steht dann, was der Block setzt.</translation>
    </message>
    <message>
        <source>text, number or JSON</source>
        <translation>Text, Zahl oder JSON</translation>
    </message>
</context>
<context>
    <name>UpgradeBar</name>
    <message numerus="yes">
        <source>%n blocks can be upgraded: the library has newer versions.</source>
        <translation>
            <numerusform>%n Block ist aktualisierbar: die Bibliothek hat eine neuere Version.</numerusform>
            <numerusform>%n Blöcke sind aktualisierbar: die Bibliothek hat neuere Versionen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Show what changes…</source>
        <translation>Zeigen, was sich ändert…</translation>
    </message>
</context>
<context>
    <name>UpgradeDialog</name>
    <message>
        <source>Here: {text}</source>
        <translation>Hier: {text}</translation>
    </message>
    <message>
        <source>New version: {text}</source>
        <translation>Neue Version: {text}</translation>
    </message>
    <message numerus="yes">
        <source>Upgrade %n blocks</source>
        <translation>
            <numerusform>%n Block aktualisieren</numerusform>
            <numerusform>%n Blöcke aktualisieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Upgrade blocks</source>
        <translation>Blöcke aktualisieren</translation>
    </message>
    <message>
        <source>What an upgrade changes</source>
        <translation>Was eine Aktualisierung ändert</translation>
    </message>
    <message>
        <source>What people filled in, and changed inside, stays. One undo takes all of it back.</source>
        <translation>Was ausgefüllt und im Inneren geändert wurde, bleibt. Ein Rückgängig nimmt alles zurück.</translation>
    </message>
</context>
<context>
    <name>VariablesPanel</name>
    <message>
        <source>Copy as an expression</source>
        <translation>Als Ausdruck kopieren</translation>
    </message>
    <message>
        <source>Go to who reads it</source>
        <translation>Zum Leser</translation>
    </message>
    <message>
        <source>Go to who sets it</source>
        <translation>Zum Setzer</translation>
    </message>
    <message>
        <source>No variables yet. Press F5 to run the process and watch them here.</source>
        <translation>Noch keine Variablen. F5 führt den Prozess aus; hier erscheinen sie.</translation>
    </message>
    <message>
        <source>Rename everywhere…</source>
        <translation>Überall umbenennen…</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Gesetzt von</translation>
    </message>
    <message>
        <source>Stop when it is set, or no more</source>
        <translation>Anhalten, wenn sie gesetzt wird, oder nicht mehr</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>at “{name}”</source>
        <translation>bei „{name}“</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>inside {scope}</source>
        <translation>innerhalb {scope}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>The XML was not taken over, as line {line} is wrong.</source>
        <translation>Das XML wurde nicht übernommen, da Zeile {line} falsch ist.</translation>
    </message>
    <message>
        <source>the XML of {name}</source>
        <translation>das XML von {name}</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>Waiting for you</source>
        <translation>Wartet auf Eingabe</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close {name}</source>
        <translation>{name} schließen</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Open diagrams</source>
        <translation>Offene Diagramme</translation>
    </message>
</context>
<context>
    <name>XmlEdit</name>
    <message>
        <source>XML of the diagram</source>
        <translation>XML des Diagramms</translation>
    </message>
</context>
<context>
    <name>XmlPane</name>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Line {line}, column {column}:</source>
        <translation>Zeile {line}, Spalte {column}:</translation>
    </message>
    <message>
        <source>Not applied yet</source>
        <translation>Noch nicht übernommen</translation>
    </message>
    <message>
        <source>Take this over into the diagram (also when the cursor leaves)</source>
        <translation>Ins Diagramm übernehmen (auch wenn der Cursor es verlässt)</translation>
    </message>
    <message>
        <source>The diagram was changed meanwhile. Applying makes it what stands here.</source>
        <translation>Das Diagramm wurde inzwischen geändert. Übernehmen macht es zu dem, was hier steht.</translation>
    </message>
    <message>
        <source>Writing the XML…</source>
        <translation>XML wird geschrieben…</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Show on the diagram</source>
        <translation>Im Diagramm zeigen</translation>
    </message>
</context>
<context>
    <name>_Chart</name>
    <message>
        <source>AI PDE</source>
        <translation>KI-PDE</translation>
    </message>
    <message>
        <source>General PDE</source>
        <translation>Allgemeine PDE</translation>
    </message>
    <message>
        <source>Integration PDE</source>
        <translation>Integrations-PDE</translation>
    </message>
    <message>
        <source>Meta-PDE</source>
        <translation>Meta-PDE</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Work of the PDEs over time</source>
        <translation>Arbeit der PDEs über die Zeit</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>bei der Arbeit</translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>Words to write here</source>
        <translation>Wörter, die hier stehen können</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>Choices, with commas between</source>
        <translation>Auswahl, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Move the question down (Alt+Down)</source>
        <translation>Frage nach unten (Alt+Herunter)</translation>
    </message>
    <message>
        <source>Move the question up (Alt+Up)</source>
        <translation>Frage nach oben (Alt+Hoch)</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Remove the question</source>
        <translation>Frage entfernen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
</context>
<context>
    <name>_Variables</name>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
</context>
</TS>
