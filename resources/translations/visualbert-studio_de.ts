<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Studio</name>
    <message>
        <source>The model pack that was used last, %1, is not there any more, so the shipped one is used.</source>
        <translation>Das zuletzt verwendete Modellpaket %1 ist nicht mehr vorhanden; deshalb wird das mitgelieferte verwendet.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is not enough memory for this request.</source>
        <translation>Für diese Anfrage reicht der Arbeitsspeicher nicht aus.</translation>
    </message>
    <message>
        <source>The engine failed for an unknown reason.</source>
        <translation>Die Rechenmaschine ist aus unbekanntem Grund ausgefallen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid cache key: use hex digits.</source>
        <translation>„%1“ ist kein gültiger Schlüssel des Zwischenspeichers: Verwenden Sie Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>cannot be opened: %1.</source>
        <translation>kann nicht geöffnet werden: %1.</translation>
    </message>
    <message>
        <source>is a folder, not a file.</source>
        <translation>ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>cannot be read completely: %1.</source>
        <translation>kann nicht vollständig gelesen werden: %1.</translation>
    </message>
    <message>
        <source>provides no data: it is a pipe or a device, and nothing is written to it.</source>
        <translation>liefert keine Daten: Es ist eine Pipe oder ein Gerät, und nichts wird hineingeschrieben.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes; the limit is %3.</source>
        <translation>%1 hat %2 Bytes; erlaubt sind höchstens %3.</translation>
    </message>
    <message>
        <source>%1 is longer than the limit of %2 bytes.</source>
        <translation>%1 ist länger als die erlaubten %2 Bytes.</translation>
    </message>
    <message>
        <source>%1 is not a text file: its byte %2 is zero.</source>
        <translation>%1 ist keine Textdatei: Byte %2 ist null.</translation>
    </message>
    <message>
        <source>is a pipe or a device, not a file.</source>
        <translation>ist eine Pipe oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>cannot be opened.</source>
        <translation>kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The SHA-256 of OpenSSL failed.</source>
        <translation>Die SHA-256-Berechnung von OpenSSL ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 cannot be read completely.</source>
        <translation>%1 kann nicht vollständig gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is not valid JSON: %2</source>
        <translation>%1 ist kein gültiges JSON: %2</translation>
    </message>
    <message>
        <source>it is UTF-16; save it as UTF-8.</source>
        <translation>Die Datei ist in UTF-16 gespeichert; speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>it is nested more than %1 levels deep.</source>
        <translation>Die Datei ist mehr als %1 Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>the number before %1 is too large.</source>
        <translation>Die Zahl vor %1 ist zu groß.</translation>
    </message>
    <message>
        <source>the text before %1 is not UTF-8; save it as UTF-8.</source>
        <translation>Der Text vor %1 ist kein UTF-8; speichern Sie ihn als UTF-8.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>it ends unexpectedly; it may be truncated.</source>
        <translation>Die Datei endet unerwartet; vielleicht ist sie abgeschnitten.</translation>
    </message>
    <message>
        <source>there is unexpected text at %1.</source>
        <translation>Bei %1 steht unerwarteter Text.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 ist beschädigt.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 has %2 columns, not %3.</source>
        <translation>%1 hat %2 Spalten statt %3.</translation>
    </message>
    <message>
        <source>%1: the column %2 %3.</source>
        <translation>%1: Die Spalte %2 %3.</translation>
    </message>
    <message>
        <source>%1: the list of columns names %2%3.</source>
        <translation>%1: Die Liste der Spalten nennt %2%3.</translation>
    </message>
    <message>
        <source> nowhere</source>
        <translation> nirgends</translation>
    </message>
    <message>
        <source> twice</source>
        <translation> zweimal</translation>
    </message>
    <message>
        <source>%1 has %2 columns between tabs; without a list of &quot;columns&quot; a feature file has LXMERT&apos;s ten or the older six: name them from left to right.</source>
        <translation>%1 hat %2 durch Tabulatoren getrennte Spalten; ohne eine Liste „columns“ hat eine Merkmalsdatei die zehn Spalten von LXMERT oder die älteren sechs: Benennen Sie sie von links nach rechts.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a picture in a TSV file: rename it.</source>
        <translation>„%1“ kann in einer TSV-Datei kein Bildname sein: Benennen Sie das Bild um.</translation>
    </message>
    <message>
        <source>%1 has a line that is longer than any row: this is not a TSV file.</source>
        <translation>%1 enthält eine Zeile, die länger ist als jede Datenzeile: Das ist keine TSV-Datei.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is longer than any row of features: this is not a TSV file.</source>
        <translation>%1 ist länger als jede Zeile mit Merkmalen: Das ist keine TSV-Datei.</translation>
    </message>
    <message>
        <source>%1 does not begin with a picture&apos;s id: this is not a TSV file.</source>
        <translation>%1 beginnt nicht mit der Kennung eines Bildes: Das ist keine TSV-Datei.</translation>
    </message>
    <message>
        <source>%1 has %2, not %3, which is in another folder.</source>
        <translation>%1 enthält %2, nicht %3, das in einem anderen Ordner liegt.</translation>
    </message>
    <message>
        <source>%1 has several pictures that &quot;%2&quot; could mean (%3): use the picture&apos;s full id.</source>
        <translation>%1 enthält mehrere Bilder, die mit „%2“ gemeint sein könnten (%3): Verwenden Sie die vollständige Kennung des Bildes.</translation>
    </message>
    <message>
        <source>%1 is no longer there: the file has changed.</source>
        <translation>%1 ist nicht mehr darin: Die Datei hat sich geändert.</translation>
    </message>
    <message>
        <source>%1%2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>a later version of the program wrote it</source>
        <translation>eine spätere Version des Programms hat sie geschrieben</translation>
    </message>
    <message>
        <source>%1 holds no boxes that can be read: %2. It is left as it is.</source>
        <translation>%1 enthält keine lesbaren Rahmen: %2. Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be moved aside: %2.</source>
        <translation>%1 ist beschädigt und kann nicht beiseitegelegt werden: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no key of a picture: use lower-case hex digits.</source>
        <translation>„%1“ ist kein Schlüssel eines Bildes: Verwenden Sie kleingeschriebene Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>A picture can have at most %1 boxes.</source>
        <translation>Ein Bild kann höchstens %1 Rahmen haben.</translation>
    </message>
    <message>
        <source>These boxes cannot be kept: %1.</source>
        <translation>Diese Rahmen können nicht aufbewahrt werden: %1.</translation>
    </message>
    <message>
        <source>The labels of these boxes are too long to be kept.</source>
        <translation>Die Bezeichnungen dieser Rahmen sind zu lang, um sie aufzubewahren.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2.</source>
        <translation>%1 kann nicht entfernt werden: %2.</translation>
    </message>
    <message>
        <source>%1 and %2 have the same name, so their results would overwrite each other: %3</source>
        <translation>%1 und %2 haben denselben Namen, sodass ihre Ergebnisse einander überschreiben würden: %3</translation>
    </message>
    <message>
        <source>%1 names the folder %2, which contains everything here: name the folder that the pictures are in.</source>
        <translation>%1 nennt den Ordner %2, der hier alles enthält: Nennen Sie den Ordner, in dem die Bilder liegen.</translation>
    </message>
    <message>
        <source>%1: %2 holds %3 values, not %4.</source>
        <translation>%1: %2 enthält %3 Werte statt %4.</translation>
    </message>
    <message>
        <source>%1: %2 of region %3 hold a value that is not a finite number.</source>
        <translation>%1: %2 der Region %3 enthält einen Wert, der keine endliche Zahl ist.</translation>
    </message>
    <message>
        <source>%1: the picture&apos;s size is %2 x %3, which is not a valid size.</source>
        <translation>%1: Die Bildgröße ist %2 x %3 und damit ungültig.</translation>
    </message>
    <message>
        <source>%1: the box of region %2 ends before it begins; boxes are x1 y1 x2 y2.</source>
        <translation>%1: Der Rahmen der Region %2 endet, bevor er beginnt; Rahmen bestehen aus x1 y1 x2 y2.</translation>
    </message>
    <message>
        <source>%1 was made for a picture of %2 x %3 pixels, but %4 has %5 x %6: use the picture that the boxes were drawn on.</source>
        <translation>%1 wurde für ein Bild von %2 x %3 Pixeln erstellt, %4 hat aber %5 x %6: Verwenden Sie das Bild, auf dem die Rahmen gezeichnet wurden.</translation>
    </message>
    <message>
        <source>%1 holds no boxes: it has %2.</source>
        <translation>%1 enthält keine Rahmen: Vorhanden ist %2.</translation>
    </message>
    <message>
        <source>%1 has several pictures that %2 may mean (%3): name the picture with its folders, as the file does, or take the others out.</source>
        <translation>%1 enthält mehrere Bilder, die mit %2 gemeint sein können (%3): Nennen Sie das Bild mit seinen Ordnern, wie es die Datei tut, oder nehmen Sie die anderen heraus.</translation>
    </message>
    <message>
        <source>%1 has no boxes for %2: its %3 is %4.</source>
        <translation>%1 enthält keine Rahmen für %2: %3 lautet dort %4.</translation>
    </message>
    <message>
        <source>%1 has one %2, which may be %3: name the pictures in it with their folders.</source>
        <translation>%1 enthält ein %2, das %3 sein kann: Nennen Sie die Bilder darin mit ihren Ordnern.</translation>
    </message>
    <message>
        <source>%1 has the boxes of %2, not of %3: correct its &quot;imagePath&quot;, or name that picture.</source>
        <translation>%1 enthält die Rahmen von %2, nicht die von %3: Berichtigen Sie „imagePath“ oder nennen Sie jenes Bild.</translation>
    </message>
    <message>
        <source>%1 has no box for %2%3</source>
        <translation>%1 enthält keinen Rahmen für %2%3</translation>
    </message>
    <message>
        <source>%1 has %2 boxes for %3; at most %4 of a picture are described: cut the picture into parts.</source>
        <translation>%1 enthält %2 Rahmen für %3; höchstens %4 je Bild werden beschrieben: Zerschneiden Sie das Bild in Teile.</translation>
    </message>
    <message>
        <source>%1: %2 should be an array.</source>
        <translation>%1: %2 muss ein Array sein.</translation>
    </message>
    <message>
        <source>%1: the file has no &quot;images&quot;: is it COCO&apos;s?</source>
        <translation>%1: Die Datei enthält keine „images“: Ist sie von COCO?</translation>
    </message>
    <message>
        <source>The example %1 asks nothing: it has boxes only.</source>
        <translation>Das Beispiel %1 fragt nichts: Es enthält nur Rahmen.</translation>
    </message>
    <message>
        <source>Data sets of this format cannot be written.</source>
        <translation>Datensätze in diesem Format können nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>There is no data set format &quot;%1&quot;: use one of %2.</source>
        <translation>Es gibt kein Datensatzformat „%1“: Verwenden Sie eines von %2.</translation>
    </message>
    <message>
        <source>The format %1 is one of another task: use one of %2.</source>
        <translation>Das Format %1 gehört zu einer anderen Aufgabe: Verwenden Sie eines von %2.</translation>
    </message>
    <message>
        <source>%1 is in none of the formats %2: check the file, or name its format.</source>
        <translation>%1 liegt in keinem der Formate %2 vor: Prüfen Sie die Datei oder nennen Sie ihr Format.</translation>
    </message>
    <message>
        <source>The caption %1 can have other boxes, but no other words or phrases.</source>
        <translation>Die Bildunterschrift %1 kann andere Rahmen bekommen, aber keine anderen Wörter oder Wortgruppen.</translation>
    </message>
    <message>
        <source>%1 cannot be listed (%2): name the folder that holds Sentences and Annotations.</source>
        <translation>%1 kann nicht aufgelistet werden (%2): Nennen Sie den Ordner, der Sentences und Annotations enthält.</translation>
    </message>
    <message>
        <source>%1: %2 should be a JSON object, but is %3%4.</source>
        <translation>%1: %2 muss ein JSON-Objekt sein, ist aber %3%4.</translation>
    </message>
    <message>
        <source>an </source>
        <translation>ein </translation>
    </message>
    <message>
        <source>a </source>
        <translation>ein </translation>
    </message>
    <message>
        <source>%1: %2%3 %4</source>
        <translation>%1: %2%3 %4</translation>
    </message>
    <message>
        <source>%1: %2 has no &quot;%3&quot;.</source>
        <translation>%1: %2 hat kein „%3“.</translation>
    </message>
    <message>
        <source>%1 is larger than 4 GB: split it.</source>
        <translation>%1 ist größer als 4 GB: Teilen Sie die Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be read beyond byte %2: the disk or the network failed.</source>
        <translation>%1 kann hinter Byte %2 nicht gelesen werden: Der Datenträger oder das Netz hat versagt.</translation>
    </message>
    <message>
        <source>%1 is longer than %2 MB: write one record a line.</source>
        <translation>%1 ist länger als %2 MB: Schreiben Sie einen Eintrag je Zeile.</translation>
    </message>
    <message>
        <source>%1 is not valid JSON: %2 (byte %3): write the file anew.</source>
        <translation>%1 ist kein gültiges JSON: %2 (Byte %3): Schreiben Sie die Datei neu.</translation>
    </message>
    <message>
        <source>%1 is a rectangle, so its &quot;points&quot; should hold two corners, or four.</source>
        <translation>%1 ist ein Rechteck; deshalb müssen „points“ zwei oder vier Ecken enthalten.</translation>
    </message>
    <message>
        <source>%1: every one of the &quot;points&quot; should be two numbers.</source>
        <translation>%1: Jeder Punkt in „points“ muss aus zwei Zahlen bestehen.</translation>
    </message>
    <message>
        <source>%1.points %2.</source>
        <translation>%1.points %2.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no length in pixels.</source>
        <translation>%1: „%2“ ist keine Länge in Pixeln.</translation>
    </message>
    <message>
        <source>%1: the file should be a JSON object.</source>
        <translation>%1: Die Datei muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>%1: the file has no list of &quot;shapes&quot;: is it labelme&apos;s?</source>
        <translation>%1: Die Datei enthält keine Liste „shapes“: Ist sie von labelme?</translation>
    </message>
    <message>
        <source>%1 should be a JSON object.</source>
        <translation>%1 muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>%1.label should be a string.</source>
        <translation>%1.label muss eine Zeichenkette sein.</translation>
    </message>
    <message>
        <source>%1 cannot be listed: %2.</source>
        <translation>%1 kann nicht aufgelistet werden: %2.</translation>
    </message>
    <message>
        <source>%1 is empty: give it a text, or take it out.</source>
        <translation>%1 ist leer: Geben Sie einen Text an oder nehmen Sie den Eintrag heraus.</translation>
    </message>
    <message>
        <source>%1 was made for a picture of %2 x %3 pixels, but %4 has %5 x %6: save the boxes to another file.</source>
        <translation>%1 wurde für ein Bild von %2 x %3 Pixeln erstellt, %4 hat aber %5 x %6: Speichern Sie die Rahmen in einer anderen Datei.</translation>
    </message>
    <message>
        <source>%1 has several pictures that %2 may be (%3): save the boxes to another file.</source>
        <translation>%1 enthält mehrere Bilder, die %2 sein können (%3): Speichern Sie die Rahmen in einer anderen Datei.</translation>
    </message>
    <message>
        <source>%1 has the boxes of %2, not of %3: save the boxes to another file.</source>
        <translation>%1 enthält die Rahmen von %2, nicht die von %3: Speichern Sie die Rahmen in einer anderen Datei.</translation>
    </message>
    <message>
        <source>%1 is not a folder with pictures.</source>
        <translation>%1 ist kein Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>%1%2%3&quot;, which leads out of %4.</source>
        <translation>%1%2%3“ – das führt aus %4 hinaus.</translation>
    </message>
    <message>
        <source> names the picture &quot;</source>
        <translation> nennt das Bild „</translation>
    </message>
    <message>
        <source> names the file &quot;</source>
        <translation> nennt die Datei „</translation>
    </message>
    <message>
        <source>%1%2%3, which is not in %4 or below it%5</source>
        <translation>%1%2%3, was nicht in %4 oder darunter liegt%5</translation>
    </message>
    <message>
        <source>%1%2%3, and both %4 and %5 have that name: move one away.</source>
        <translation>%1%2%3, und sowohl %4 als auch %5 heißt so: Verschieben Sie eines davon.</translation>
    </message>
    <message>
        <source>%1 holds more than ten million files.</source>
        <translation>%1 enthält mehr als zehn Millionen Dateien.</translation>
    </message>
    <message>
        <source>%1 has changed since it was read: open it again.</source>
        <translation>%1 hat sich geändert, seit die Datei gelesen wurde: Öffnen Sie sie neu.</translation>
    </message>
    <message>
        <source>%1: %2 is longer than 16 MB: write one record a line.</source>
        <translation>%1: %2 ist länger als 16 MB: Schreiben Sie einen Eintrag je Zeile.</translation>
    </message>
    <message>
        <source>%1: %2 of the first %3 lines hold no JSON object: this is no file of records.</source>
        <translation>%1: %2 der ersten %3 Zeilen enthalten kein JSON-Objekt: Das ist keine Datei mit Einträgen.</translation>
    </message>
    <message>
        <source>%1 has &quot;%2&quot; twice: take one out.</source>
        <translation>%1 enthält „%2“ zweimal: Nehmen Sie eines heraus.</translation>
    </message>
    <message>
        <source>The VCR record %1 has no %2, which the choice of a rationale needs: use the answers instead.</source>
        <translation>Der VCR-Eintrag %1 hat kein %2, das zur Wahl einer Begründung nötig ist: Verwenden Sie stattdessen die Antworten.</translation>
    </message>
    <message>
        <source>answer_label</source>
        <translation>answer_label</translation>
    </message>
    <message>
        <source>rationale_choices</source>
        <translation>rationale_choices</translation>
    </message>
    <message>
        <source>The words of the VCR record %1 cannot be changed, since they stand for objects: change its label only.</source>
        <translation>Die Wörter des VCR-Eintrags %1 können nicht geändert werden, weil sie für Objekte stehen: Ändern Sie nur die richtige Antwort.</translation>
    </message>
    <message>
        <source>%1: the record %2 has %3 choices, the first one %4: every record needs as many.</source>
        <translation>%1: Der Eintrag %2 hat %3 Antwortmöglichkeiten, der erste aber %4: Jeder Eintrag braucht gleich viele.</translation>
    </message>
    <message>
        <source>%1: a VQA results file should be a JSON array of {&quot;question_id&quot;, &quot;answer&quot;}.</source>
        <translation>%1: Eine VQA-Ergebnisdatei muss ein JSON-Array aus {&quot;question_id&quot;, &quot;answer&quot;} sein.</translation>
    </message>
    <message>
        <source>%1 can have other answers, but not more or fewer of them.</source>
        <translation>%1 kann andere Antworten bekommen, aber nicht mehr oder weniger davon.</translation>
    </message>
    <message>
        <source>%1 is there twice, so that its answers cannot be told apart: give every question an id of its own.</source>
        <translation>%1 kommt zweimal vor, sodass die Antworten nicht zu unterscheiden sind: Geben Sie jeder Frage eine eigene Kennung.</translation>
    </message>
    <message>
        <source>%1 answers none of the questions in %2: name the files that belong together.</source>
        <translation>%1 beantwortet keine der Fragen in %2: Nennen Sie Dateien, die zusammengehören.</translation>
    </message>
    <message>
        <source>%1 answers the question %2 twice: take one of the two out.</source>
        <translation>%1 beantwortet die Frage %2 zweimal: Nehmen Sie eine der beiden heraus.</translation>
    </message>
    <message>
        <source>%1: the answers to the question %2 are about the picture %3, the question itself about %4: name the files that belong together.</source>
        <translation>%1: Die Antworten auf die Frage %2 handeln vom Bild %3, die Frage selbst aber von %4: Nennen Sie Dateien, die zusammengehören.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>No explanation is computed</source>
        <translation>Es wird keine Erklärung berechnet</translation>
    </message>
    <message>
        <source>One layer and head (attention)</source>
        <translation>Eine Schicht, ein Kopf (Aufmerksamkeit)</translation>
    </message>
    <message>
        <source>Where one head of one layer looks, or the average of several</source>
        <translation>Wohin ein Kopf einer Schicht sieht, oder der Mittelwert mehrerer</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Through all layers (rollout)</source>
        <translation>Durch alle Schichten (Rollout)</translation>
    </message>
    <message>
        <source>How much of each region and word reaches the answer through the attention of all layers</source>
        <translation>Wie viel von jeder Region und jedem Wort durch die Aufmerksamkeit aller Schichten bis zur Antwort gelangt</translation>
    </message>
    <message>
        <source>share in the answer</source>
        <translation>Anteil an der Antwort</translation>
    </message>
    <message>
        <source>Share in the answer (rollout)</source>
        <translation>Anteil an der Antwort (Rollout)</translation>
    </message>
    <message>
        <source>What mattered for this answer (relevance)</source>
        <translation>Was für diese Antwort zählte (Relevanz)</translation>
    </message>
    <message>
        <source>Attention through all layers, weighted by its effect on the answer</source>
        <translation>Aufmerksamkeit durch alle Schichten, gewichtet mit ihrer Wirkung auf die Antwort</translation>
    </message>
    <message>
        <source>Share in the answer (relevance)</source>
        <translation>Anteil an der Antwort (Relevanz)</translation>
    </message>
    <message>
        <source>What if it were hidden (occlusion)</source>
        <translation>Was wäre ohne sie (Verdeckung)</translation>
    </message>
    <message>
        <source>By how much the answer&apos;s probability falls when a region or word is hidden</source>
        <translation>Um wie viel die Wahrscheinlichkeit der Antwort sinkt, wenn eine Region oder ein Wort verborgen wird</translation>
    </message>
    <message>
        <source>drop when hidden</source>
        <translation>Rückgang ohne sie</translation>
    </message>
    <message>
        <source>Drop when hidden (occlusion)</source>
        <translation>Rückgang beim Verbergen (Verdeckung)</translation>
    </message>
    <message>
        <source>This engine cannot show the inside of a network.</source>
        <translation>Diese Rechenmaschine kann das Innere eines Netzes nicht zeigen.</translation>
    </message>
    <message>
        <source>Regions in float32: bfloat16 is slower on this processor.</source>
        <translation>Regionen in float32: bfloat16 ist auf diesem Prozessor langsamer.</translation>
    </message>
    <message>
        <source>There is no %1 %2 among %3.</source>
        <translation>Unter %3 gibt es kein %1 %2.</translation>
    </message>
    <message>
        <source>There are %1 gradients for %2 attention probabilities.</source>
        <translation>Zu %2 Aufmerksamkeitswerten gibt es %1 Gradienten.</translation>
    </message>
    <message>
        <source>leaveOut has %1 entries for %2 positions.</source>
        <translation>leaveOut hat %1 Einträge für %2 Positionen.</translation>
    </message>
    <message>
        <source>There are %1 probabilities for %2 runs.</source>
        <translation>Zu %2 Durchläufen gibt es %1 Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>The catalogue has no &quot;%1&quot;; it has: %2.</source>
        <translation>Der Katalog enthält kein „%1“; er enthält: %2.</translation>
    </message>
    <message>
        <source>%1 has another format than %2: get a newer version of the program.</source>
        <translation>%1 hat ein anderes Format als %2: Verwenden Sie eine neuere Version des Programms.</translation>
    </message>
    <message>
        <source>There is no catalog.json beside the packs: install the program again.</source>
        <translation>Neben den Paketen liegt keine catalog.json: Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>A checksum of OpenSSL failed.</source>
        <translation>Die Berechnung einer Prüfsumme durch OpenSSL ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>There is no home folder to keep %1 in.</source>
        <translation>Es gibt keinen persönlichen Ordner, in dem %1 aufbewahrt werden könnte.</translation>
    </message>
    <message>
        <source>libcurl cannot be started.</source>
        <translation>libcurl kann nicht gestartet werden.</translation>
    </message>
    <message>
        <source>libcurl takes no request.</source>
        <translation>libcurl nimmt keine Anfrage an.</translation>
    </message>
    <message>
        <source>There is no home folder to keep the choice in.</source>
        <translation>Es gibt keinen persönlichen Ordner, in dem die Wahl aufbewahrt werden könnte.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole path, from the root on.</source>
        <translation>„%1“ muss ein vollständiger Pfad sein, von der Wurzel an.</translation>
    </message>
    <message>
        <source>%1 cannot be written to: choose another folder.</source>
        <translation>In %1 kann nicht geschrieben werden: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder.</source>
        <translation>%1 ist weder eine Datei noch ein Ordner.</translation>
    </message>
    <message>
        <source>The disk of %1 has no room for a copy of %2.</source>
        <translation>Auf dem Datenträger von %1 ist kein Platz für eine Kopie von %2.</translation>
    </message>
    <message>
        <source>%1 changed while it was copied.</source>
        <translation>%1 hat sich während des Kopierens geändert.</translation>
    </message>
    <message>
        <source>%1 is there already and was not made by pull: give it another name first.</source>
        <translation>%1 ist schon vorhanden und wurde nicht durch Herunterladen erzeugt: Geben Sie dem Ordner zuerst einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 was not made by pull: remove it yourself if you do not need it.</source>
        <translation>%1 wurde nicht durch Herunterladen erzeugt: Entfernen Sie den Ordner selbst, wenn Sie ihn nicht brauchen.</translation>
    </message>
    <message>
        <source>Nothing of %1 is on this machine.</source>
        <translation>Von %1 ist nichts auf diesem Rechner.</translation>
    </message>
    <message>
        <source>%1 needs %2 more, and the disk of %3 has %4 left: free some space, or choose another folder for models.</source>
        <translation>%1 braucht noch %2, und auf dem Datenträger von %3 sind %4 frei: Schaffen Sie Platz oder wählen Sie einen anderen Ordner für Modelle.</translation>
    </message>
    <message>
        <source>There is no home folder to keep models in.</source>
        <translation>Es gibt keinen persönlichen Ordner, in dem Modelle aufbewahrt werden könnten.</translation>
    </message>
    <message>
        <source>%1 is not whole on this machine, and HF_HUB_OFFLINE forbids the network; missing: %2.</source>
        <translation>%1 ist auf diesem Rechner nicht vollständig, und HF_HUB_OFFLINE verbietet das Netz; es fehlt: %2.</translation>
    </message>
    <message>
        <source>%1 is not installed: visualbert packs pull %2.</source>
        <translation>%1 ist nicht installiert: visualbert packs pull %2.</translation>
    </message>
    <message>
        <source>%1 is cut off: the end of the %2 picture is missing; copy or download it again.</source>
        <translation>%1 ist abgeschnitten: Das Ende des %2-Bildes fehlt; kopieren oder laden Sie es neu.</translation>
    </message>
    <message>
        <source>%1 is damaged: its %2 data cannot be decoded; copy or download it again.</source>
        <translation>%1 ist beschädigt: Die %2-Daten können nicht dekodiert werden; kopieren oder laden Sie das Bild neu.</translation>
    </message>
    <message>
        <source>%1 needs more memory than is free: close other programs, or make a smaller copy.</source>
        <translation>%1 braucht mehr Speicher, als frei ist: Schließen Sie andere Programme oder verkleinern Sie das Bild.</translation>
    </message>
    <message>
        <source>A picture of %1 by %2 pixels is too narrow to be resized.</source>
        <translation>Ein Bild von %1 mal %2 Pixeln ist zu schmal, um seine Größe zu ändern.</translation>
    </message>
    <message>
        <source>An empty picture cannot be cropped.</source>
        <translation>Ein leeres Bild kann nicht beschnitten werden.</translation>
    </message>
    <message>
        <source>The picture has another size than the crop was made for.</source>
        <translation>Das Bild hat eine andere Größe als die, für die der Ausschnitt bestimmt war.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>%1 is damaged: its %2 header does not state a size; copy or download it again.</source>
        <translation>%1 ist beschädigt: Der %2-Kopf nennt keine Größe; kopieren oder laden Sie das Bild neu.</translation>
    </message>
    <message>
        <source>%1 has %2 x %3 = %4 pixels; at most %5 are decoded: make a smaller copy.</source>
        <translation>%1 hat %2 x %3 = %4 Pixel; höchstens %5 werden dekodiert: Verkleinern Sie das Bild.</translation>
    </message>
    <message>
        <source>%1 cannot be written: name the file .png, .jpg or .bmp.</source>
        <translation>%1 kann nicht geschrieben werden: Lassen Sie den Dateinamen auf .png, .jpg oder .bmp enden.</translation>
    </message>
    <message>
        <source>%1 cannot be written: the picture is empty.</source>
        <translation>%1 kann nicht geschrieben werden: Das Bild ist leer.</translation>
    </message>
    <message>
        <source>An empty picture cannot stand in a document.</source>
        <translation>Ein leeres Bild kann nicht in einem Dokument stehen.</translation>
    </message>
    <message>
        <source>is %1, which is not supported: convert it to JPEG or PNG</source>
        <translation>ist %1 und wird nicht unterstützt: Wandeln Sie die Datei in JPEG oder PNG um</translation>
    </message>
    <message>
        <source>is not a picture: it looks like %1</source>
        <translation>ist kein Bild: Es sieht nach folgendem aus: %1</translation>
    </message>
    <message>
        <source>a HEIC picture</source>
        <translation>ein HEIC-Bild</translation>
    </message>
    <message>
        <source>an AVIF picture</source>
        <translation>ein AVIF-Bild</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>a JPEG XL picture</source>
        <translation>ein JPEG-XL-Bild</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a ZIP archive or office document</source>
        <translation>ein ZIP-Archiv oder Office-Dokument</translation>
    </message>
    <message>
        <source>a file of another kind</source>
        <translation>eine Datei anderer Art</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>eine SVG-Zeichnung</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>a text file</source>
        <translation>eine Textdatei</translation>
    </message>
    <message>
        <source>%1 is damaged: the checksum of its PNG data is wrong; copy or download it again.</source>
        <translation>%1 ist beschädigt: Die Prüfsumme der PNG-Daten stimmt nicht; kopieren oder laden Sie das Bild neu.</translation>
    </message>
    <message>
        <source>%1 is a TIFF file of %2: convert it to a picture of 8 or 16 bits a channel.</source>
        <translation>%1 ist eine TIFF-Datei (%2): Wandeln Sie sie in ein Bild mit 8 oder 16 Bit je Kanal um.</translation>
    </message>
    <message>
        <source>%1 is a TIFF file of floating-point numbers beyond 0 to 1, so what is black and white is not known: convert it to a picture of 8 or 16 bits a channel.</source>
        <translation>%1 ist eine TIFF-Datei mit Gleitkommazahlen außerhalb von 0 bis 1, sodass Schwarz und Weiß unbekannt sind: Wandeln Sie sie in ein Bild mit 8 oder 16 Bit je Kanal um.</translation>
    </message>
    <message>
        <source>a rare kind</source>
        <translation>eine seltene Art</translation>
    </message>
    <message>
        <source>floating-point numbers of %1 bits</source>
        <translation>Gleitkommazahlen von %1 Bit</translation>
    </message>
    <message>
        <source>signed numbers, which are measurements rather than colours</source>
        <translation>vorzeichenbehaftete Zahlen, also Messwerte statt Farben</translation>
    </message>
    <message>
        <source>complex numbers, which are measurements rather than colours</source>
        <translation>komplexe Zahlen, also Messwerte statt Farben</translation>
    </message>
    <message>
        <source>numbers of %1 bits</source>
        <translation>Zahlen von %1 Bit</translation>
    </message>
    <message>
        <source>floating-point numbers that are neither grey nor red, green and blue</source>
        <translation>Gleitkommazahlen, die weder Grau noch Rot, Grün und Blau sind</translation>
    </message>
    <message>
        <source>A picture of %1 x %2 pixels cannot be resized to %3 x %4.</source>
        <translation>Ein Bild von %1 x %2 Pixeln kann nicht auf %3 x %4 gebracht werden.</translation>
    </message>
    <message>
        <source>A part beyond the resized picture was asked for.</source>
        <translation>Es wurde ein Teil außerhalb des verkleinerten Bildes verlangt.</translation>
    </message>
    <message>
        <source>%1 holds no answers: one a line is expected.</source>
        <translation>%1 enthält keine Antworten: Erwartet wird eine je Zeile.</translation>
    </message>
    <message>
        <source>%1: line %2 holds no answer.</source>
        <translation>%1: Zeile %2 enthält keine Antwort.</translation>
    </message>
    <message>
        <source>%1: line %2 is not UTF-8; save the list as UTF-8 text.</source>
        <translation>%1: Zeile %2 ist kein UTF-8; speichern Sie die Liste als UTF-8-Text.</translation>
    </message>
    <message>
        <source>%1: lines %2 and %3 hold the same answer, &quot;%4&quot;.</source>
        <translation>%1: Die Zeilen %2 und %3 enthalten dieselbe Antwort „%4“.</translation>
    </message>
    <message>
        <source>%1 holds %2 answers, but %3 has %4 labels.</source>
        <translation>%1 enthält %2 Antworten, %3 hat aber %4 Klassen.</translation>
    </message>
    <message>
        <source>The pack &quot;%1&quot; names no %2 in its pack.json.</source>
        <translation>Das Paket „%1“ nennt in seiner pack.json kein %2.</translation>
    </message>
    <message>
        <source>The %1 of the pack &quot;%2&quot; is outside its folder: &quot;%3&quot;.</source>
        <translation>%1 des Pakets „%2“ liegt außerhalb seines Ordners: „%3“.</translation>
    </message>
    <message>
        <source>The %1 of the pack &quot;%2&quot; is missing: %3 does not exist.</source>
        <translation>%1 des Pakets „%2“ fehlt: %3 ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The pack &quot;%1&quot; has no model for the task %2; it has: %3.</source>
        <translation>Das Paket „%1“ hat kein Modell für die Aufgabe %2; es hat: %3.</translation>
    </message>
    <message>
        <source>%1 is not a folder with a pack.</source>
        <translation>%1 ist kein Ordner mit einem Paket.</translation>
    </message>
    <message>
        <source>%1 cannot become part of a pack: %2.</source>
        <translation>%1 kann nicht Teil eines Pakets werden: %2.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, not %3 as when it was verified: it was changed meanwhile.</source>
        <translation>%1 hat %2 Bytes statt %3 wie bei der Prüfung: Die Datei wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>%1 is there already: give the pack another name, or remove it first.</source>
        <translation>%1 ist schon vorhanden: Geben Sie dem Paket einen anderen Namen oder entfernen Sie den Ordner zuerst.</translation>
    </message>
    <message>
        <source>The pack would replace %1, which is your own: move it away, or give the pack another name.</source>
        <translation>Das Paket würde %1 ersetzen, das Ihnen gehört: Verschieben Sie es oder geben Sie dem Paket einen anderen Namen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no path inside a pack.</source>
        <translation>„%1“ ist kein Pfad innerhalb eines Pakets.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2 was not made by this program, or was changed.</source>
        <translation>%1 kann nicht entfernt werden: %2 wurde nicht von diesem Programm erzeugt oder wurde geändert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a pack: it is not a folder with a pack.json.</source>
        <translation>„%1“ ist kein Paket: Es ist kein Ordner mit einer pack.json.</translation>
    </message>
    <message>
        <source>There is no pack named &quot;%1&quot;; there %2. Packs are looked for in %3.</source>
        <translation>Es gibt kein Paket namens „%1“; es gibt %2. Pakete werden gesucht in %3.</translation>
    </message>
    <message>
        <source>%1 is not a valid pack manifest: %2.</source>
        <translation>%1 ist keine gültige Paketbeschreibung: %2.</translation>
    </message>
    <message>
        <source>%1 is not a valid pack manifest: %2</source>
        <translation>%1 ist keine gültige Paketbeschreibung: %2</translation>
    </message>
    <message>
        <source>%1 has format %2; this program reads format %3: get a newer version of the program.</source>
        <translation>%1 hat das Format %2; dieses Programm liest das Format %3: Verwenden Sie eine neuere Version des Programms.</translation>
    </message>
    <message>
        <source>&quot;%1%2&quot; %3.</source>
        <translation>„%1%2“ %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; sets nothing: write KEY=VALUE.</source>
        <translation>„%1“ stellt nichts ein: Schreiben Sie SCHLÜSSEL=WERT.</translation>
    </message>
    <message>
        <source>Dim the Rest</source>
        <translation>Rest abdunkeln</translation>
    </message>
    <message>
        <source>What matters keeps its own colors; everything else is dimmed</source>
        <translation>Was zählt, behält seine Farben; alles andere wird abgedunkelt</translation>
    </message>
    <message>
        <source>Frames Only</source>
        <translation>Nur Rahmenlinien</translation>
    </message>
    <message>
        <source>Frames, thicker around what matters more</source>
        <translation>Rahmenlinien, dicker um das, was mehr zählt</translation>
    </message>
    <message>
        <source>Color Map</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <source>A color map over the picture; it changes the picture&apos;s colors</source>
        <translation>Eine Farbskala über dem Bild; sie verändert die Farben des Bildes</translation>
    </message>
    <message>
        <source>The data set has fewer pictures than the project: results need the file as it was when the project was made.</source>
        <translation>Der Datensatz hat weniger Bilder als das Projekt: Ergebnisse brauchen die Datei so, wie sie bei der Anlage des Projekts war.</translation>
    </message>
    <message>
        <source>%1 is none of COCO&apos;s files, and labelme&apos;s have no form of results: turn them into a COCO file, and make a project of that.</source>
        <translation>%1 ist keine Datei von COCO, und die von labelme haben keine Form für Ergebnisse: Wandeln Sie sie in eine COCO-Datei um und legen Sie damit ein Projekt an.</translation>
    </message>
    <message>
        <source>A correction cannot be used: %1</source>
        <translation>Eine Korrektur ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>The name of a box lies outside its text, or there is no such box.</source>
        <translation>Der Name eines Rahmens liegt außerhalb seines Textes, oder es gibt keinen solchen Rahmen.</translation>
    </message>
    <message>
        <source>There is no task &quot;%1&quot;.</source>
        <translation>Es gibt keine Aufgabe „%1“.</translation>
    </message>
    <message>
        <source>A phrase lies outside its text.</source>
        <translation>Eine Wortgruppe liegt außerhalb ihres Textes.</translation>
    </message>
    <message>
        <source>The record of an item is damaged.</source>
        <translation>Der Datensatz eines Eintrags ist beschädigt.</translation>
    </message>
    <message>
        <source>A model&apos;s result in the project is damaged: let the model answer again.</source>
        <translation>Ein Modellergebnis im Projekt ist beschädigt: Lassen Sie das Modell noch einmal antworten.</translation>
    </message>
    <message>
        <source>No model was asked about the project&apos;s items yet.</source>
        <translation>Zu den Einträgen des Projekts wurde noch kein Modell befragt.</translation>
    </message>
    <message>
        <source>%1 has &quot;%2&quot; where a probability from 0 to 1 should be.</source>
        <translation>%1 enthält „%2“, wo eine Wahrscheinlichkeit von 0 bis 1 stehen muss.</translation>
    </message>
    <message>
        <source>%1 has no result for any item of the project.</source>
        <translation>%1 enthält zu keinem Eintrag des Projekts ein Ergebnis.</translation>
    </message>
    <message>
        <source>%1 should be as in &quot;dev-850-0-0,False&quot;.</source>
        <translation>%1 muss die Form „dev-850-0-0,False“ haben.</translation>
    </message>
    <message>
        <source>%1 has no cell &quot;%2&quot;.</source>
        <translation>%1 hat keine Zelle „%2“.</translation>
    </message>
    <message>
        <source>Results of other programs can be imported for questions (VQA), statements (NLVR2) and choices (VCR).</source>
        <translation>Ergebnisse anderer Programme lassen sich für Fragen (VQA), Aussagen (NLVR2) und Antwortmöglichkeiten (VCR) importieren.</translation>
    </message>
    <message>
        <source>The data set has a part &quot;%1&quot;, for which no file to write is named.</source>
        <translation>Der Datensatz hat einen Teil „%1“, für den keine Zieldatei genannt ist.</translation>
    </message>
    <message>
        <source>%1 is the data set itself, which an export never changes: name another place.</source>
        <translation>%1 ist der Datensatz selbst, den ein Export niemals ändert: Nennen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The project has %1 items, the data set %2: the export needs the files as they were when the project was made.</source>
        <translation>Das Projekt hat %1 Einträge, der Datensatz %2: Der Export braucht die Dateien so, wie sie bei der Anlage des Projekts waren.</translation>
    </message>
    <message>
        <source>%1 holds nothing to review.</source>
        <translation>%1 enthält nichts zu prüfen.</translation>
    </message>
    <message>
        <source>The data set has two items with the id %1, so that decisions on them cannot be told apart: give every item an id of its own.</source>
        <translation>Der Datensatz hat zwei Einträge mit der Kennung %1, sodass Entscheidungen darüber nicht zu unterscheiden wären: Geben Sie jedem Eintrag eine eigene Kennung.</translation>
    </message>
    <message>
        <source>VCR&apos;s results need an answer and a reason of each record, and the model gave but one of them: make a project of a data set with both, and let a model answer it.</source>
        <translation>Ergebnisse für VCR brauchen je Eintrag eine Antwort und eine Begründung, und das Modell gab nur eines davon: Legen Sie ein Projekt aus einem Datensatz mit beidem an und lassen Sie ein Modell antworten.</translation>
    </message>
    <message>
        <source>The filter&apos;s &quot;%1&quot; %2</source>
        <translation>Der Filter: „%1“ %2</translation>
    </message>
    <message>
        <source>A filter should be a JSON object.</source>
        <translation>Ein Filter muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>The project has a decision on an item that it does not have.</source>
        <translation>Das Projekt enthält eine Entscheidung über einen Eintrag, den es nicht hat.</translation>
    </message>
    <message>
        <source>The project has no item number %1.</source>
        <translation>Das Projekt hat keinen Eintrag Nummer %1.</translation>
    </message>
    <message>
        <source>There is no device &quot;%1&quot;: use auto, cpu, cuda or cuda:N.</source>
        <translation>Es gibt kein Gerät „%1“: Verwenden Sie auto, cpu, cuda oder cuda:N.</translation>
    </message>
    <message>
        <source>A CUDA GPU was found and is used.</source>
        <translation>Eine CUDA-GPU wurde gefunden und wird verwendet.</translation>
    </message>
    <message>
        <source>The CPU was requested.</source>
        <translation>Der Prozessor wurde verlangt.</translation>
    </message>
    <message>
        <source>This machine has an NVIDIA GPU, but this LibTorch is built for the CPU only. Start with ./run.sh --torch DIR, naming a LibTorch with CUDA, to use it.</source>
        <translation>Dieser Rechner hat eine NVIDIA-GPU, aber dieses LibTorch ist nur für den Prozessor gebaut. Starten Sie mit ./run.sh --torch DIR und nennen Sie ein LibTorch mit CUDA, um sie zu nutzen.</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found.</source>
        <translation>Es wurde keine NVIDIA-GPU gefunden.</translation>
    </message>
    <message>
        <source>There is no precision &quot;%1&quot;: use auto, float32 or bfloat16.</source>
        <translation>Es gibt keine Genauigkeit „%1“: Verwenden Sie auto, float32 oder bfloat16.</translation>
    </message>
    <message>
        <source>Phrases are explained by their own regions: ask for no explanation.</source>
        <translation>Wortgruppen werden durch ihre eigenen Regionen erklärt: Verlangen Sie keine Erklärung.</translation>
    </message>
    <message>
        <source>There is no such answer to explain.</source>
        <translation>Eine solche Antwort, die erklärt werden könnte, gibt es nicht.</translation>
    </message>
    <message>
        <source>This network&apos;s layers see the text alone (bypass_transformer), so there is nothing to look into.</source>
        <translation>Die Schichten dieses Netzes sehen nur den Text (bypass_transformer); es gibt also nichts hineinzusehen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the model of a known task.</source>
        <translation>„%1“ ist nicht das Modell einer bekannten Aufgabe.</translation>
    </message>
    <message>
        <source>Every answer of the pack is hidden by its hidden_answers.</source>
        <translation>Alle Antworten des Pakets sind durch seine hidden_answers verborgen.</translation>
    </message>
    <message>
        <source>%1what it knows of strange pictures is about %2 values per region, but its extractor gives %3: make it anew with visualbert packs calibrate, or take it out of pack.json.</source>
        <translation>%1Was es über ungewöhnliche Bilder weiß, betrifft %2 Werte je Region, sein Extraktor liefert aber %3: Erstellen Sie es neu mit visualbert packs calibrate oder nehmen Sie es aus der pack.json.</translation>
    </message>
    <message>
        <source>%1what it knows of strange texts is about a vocabulary of %2 entries, but its own has %3: make it anew with visualbert packs calibrate, or take it out of pack.json.</source>
        <translation>%1Was es über ungewöhnliche Texte weiß, betrifft ein Vokabular von %2 Einträgen, sein eigenes hat aber %3: Erstellen Sie es neu mit visualbert packs calibrate oder nehmen Sie es aus der pack.json.</translation>
    </message>
    <message>
        <source>%1its %2 model and the trunk in %3 have different sizes: give the task the trunk that it was trained with.</source>
        <translation>%1Sein %2-Modell und der Rumpf in %3 haben verschiedene Größen: Geben Sie der Aufgabe den Rumpf, mit dem sie trainiert wurde.</translation>
    </message>
    <message>
        <source>%1it has no model for this task (%2): use a pack that has one.</source>
        <translation>%1Es hat kein Modell für diese Aufgabe (%2): Verwenden Sie ein Paket, das eines hat.</translation>
    </message>
    <message>
        <source>%1its %2 model expects %3 values per region (visual_embedding_dim), but its extractor%4 gives %5: %6; see visualbert extract --explain-fit.</source>
        <translation>%1Sein %2-Modell erwartet %3 Werte je Region (visual_embedding_dim), sein Extraktor%4 liefert aber %5: %6; siehe visualbert extract --explain-fit.</translation>
    </message>
    <message>
        <source>%1its vocabulary has %2 entries, but its %3 model knows %4: use the vocab.txt that the checkpoint was trained with.</source>
        <translation>%1Sein Vokabular hat %2 Einträge, sein %3-Modell kennt aber %4: Verwenden Sie die vocab.txt, mit der der Checkpoint trainiert wurde.</translation>
    </message>
    <message>
        <source>%1its model for the task %2%3 is a %4%5, a checkpoint for %6: put it under &quot;%7&quot; in pack.json, or use a %8.</source>
        <translation>%1Sein Modell für die Aufgabe %2%3 ist ein %4%5, ein Checkpoint für %6: Tragen Sie es in der pack.json unter „%7“ ein, oder verwenden Sie ein %8.</translation>
    </message>
    <message>
        <source>%1its answer list has %2 answers, but its %3 model has %4 labels: use the answer list that belongs to the checkpoint.</source>
        <translation>%1Seine Antwortliste hat %2 Antworten, sein %3-Modell hat aber %4 Klassen: Verwenden Sie die Antwortliste, die zum Checkpoint gehört.</translation>
    </message>
    <message>
        <source>%1the form of its %2 model says visual type %3, but the model knows %4 (type_vocab_size): set the types that it was taught with.</source>
        <translation>%1Die Form seines %2-Modells nennt den Bildtyp %3, das Modell kennt aber %4 (type_vocab_size): Stellen Sie die Typen ein, mit denen es trainiert wurde.</translation>
    </message>
    <message>
        <source>%1the form of its %2 model says %3 word pieces, but the model reads %4 (max_position_embeddings): set max_length to at most that.</source>
        <translation>%1Die Form seines %2-Modells nennt %3 Wortteile, das Modell liest aber %4 (max_position_embeddings): Setzen Sie max_length auf höchstens diesen Wert.</translation>
    </message>
    <message>
        <source>No checkpoint is named: name a folder or a weights file.</source>
        <translation>Es ist kein Checkpoint genannt: Nennen Sie einen Ordner oder eine Gewichtsdatei.</translation>
    </message>
    <message>
        <source>%1%2: name a checkpoint that answers, chooses, compares, finds or fills in.</source>
        <translation>%1%2: Nennen Sie einen Checkpoint, der antwortet, auswählt, vergleicht, sucht oder ergänzt.</translation>
    </message>
    <message>
        <source>%1 does not fit its class %2: %3.</source>
        <translation>%1 passt nicht zu seiner Klasse %2: %3.</translation>
    </message>
    <message>
        <source>%1 is a second model for %2: a pack has one for each task.</source>
        <translation>%1 ist ein zweites Modell für %2: Ein Paket hat eines je Aufgabe.</translation>
    </message>
    <message>
        <source>%1 is no part of the proposal.</source>
        <translation>%1 ist kein Teil des Vorschlags.</translation>
    </message>
    <message>
        <source>A phrase lies outside its sentence: mark words of the sentence.</source>
        <translation>Eine Wortgruppe liegt außerhalb ihres Satzes: Markieren Sie Wörter des Satzes.</translation>
    </message>
    <message>
        <source>The phrase &quot;%1&quot; holds no word: mark whole words.</source>
        <translation>Die Wortgruppe „%1“ enthält kein Wort: Markieren Sie ganze Wörter.</translation>
    </message>
    <message>
        <source>The pack &quot;%1&quot; has no model that fills in words, which finding by hiding regions needs: find by names, or use another pack.</source>
        <translation>Das Paket „%1“ hat kein Modell, das Wörter ergänzt; die Suche durch Verbergen von Regionen braucht eines: Suchen Sie nach Namen oder verwenden Sie ein anderes Paket.</translation>
    </message>
    <message>
        <source>The pack reads phrases at &quot;%1&quot; (read_at of region_to_phrase): it should be &quot;head&quot; or &quot;last&quot;.</source>
        <translation>Das Paket liest Wortgruppen bei „%1“ (read_at von region_to_phrase): Dort muss „head“ oder „last“ stehen.</translation>
    </message>
    <message>
        <source>There are %1 regions, but %2 hidden marks.</source>
        <translation>Es gibt %1 Regionen, aber %2 Angaben zum Verbergen.</translation>
    </message>
    <message>
        <source>There is not enough free memory to compute, which takes %1 MB more: close other programs, or raise the limit (ulimit -v).</source>
        <translation>Zum Rechnen ist nicht genug Speicher frei, es fehlen %1 MB: Schließen Sie andere Programme oder erhöhen Sie die Grenze (ulimit -v).</translation>
    </message>
    <message>
        <source>The number of threads cannot be negative.</source>
        <translation>Die Zahl der Threads kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>There is no answer to look into: ask a question.</source>
        <translation>Es gibt keine Antwort, in die man hineinsehen könnte: Stellen Sie eine Frage.</translation>
    </message>
    <message>
        <source>There is no network to look into: this pack finds phrases by its detector&apos;s names.</source>
        <translation>Es gibt kein Netz, in das man hineinsehen könnte: Dieses Paket findet Wortgruppen über die Namen seines Detektors.</translation>
    </message>
    <message>
        <source>No model pack is loaded.</source>
        <translation>Es ist kein Modellpaket geladen.</translation>
    </message>
    <message>
        <source>This model pack is no longer loaded: load it again.</source>
        <translation>Dieses Modellpaket ist nicht mehr geladen: Laden Sie es neu.</translation>
    </message>
    <message>
        <source>There are %1 choices; give %2 to %3.</source>
        <translation>Es gibt %1 Antwortmöglichkeiten; geben Sie %2 bis %3 an.</translation>
    </message>
    <message>
        <source>A choice is empty: type something, or remove it.</source>
        <translation>Eine Antwortmöglichkeit ist leer: Geben Sie etwas ein oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>The sentence has no [MASK]: write it where a word is to be filled in.</source>
        <translation>Der Satz hat kein [MASK]: Schreiben Sie es dorthin, wo ein Wort ergänzt werden soll.</translation>
    </message>
    <message>
        <source>No phrase is marked: mark the words whose regions you want to find.</source>
        <translation>Keine Wortgruppe ist markiert: Markieren Sie die Wörter, deren Regionen Sie suchen.</translation>
    </message>
    <message>
        <source>The phrase &quot;%1&quot; holds no whole word: mark whole words.</source>
        <translation>Die Wortgruppe „%1“ enthält kein ganzes Wort: Markieren Sie ganze Wörter.</translation>
    </message>
    <message>
        <source>The text has %1 word pieces; this model reads at most %2: shorten it.</source>
        <translation>Der Text hat %1 Wortteile; dieses Modell liest höchstens %2: Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>There are no gradients, because these inputs give no loss; add the input labels.</source>
        <translation>Es gibt keine Gradienten, weil diese Eingaben keinen Verlust ergeben; fügen Sie die Eingabe labels hinzu.</translation>
    </message>
    <message>
        <source>Gradients are computed in float32 only: leave --precision bfloat16 or --gradients out.</source>
        <translation>Gradienten werden nur in float32 berechnet: Lassen Sie --precision bfloat16 oder --gradients weg.</translation>
    </message>
    <message>
        <source>There are no texts for the task %1 to learn from: give some.</source>
        <translation>Es gibt keine Texte, aus denen für die Aufgabe %1 gelernt werden könnte: Geben Sie welche an.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no list of whole numbers.</source>
        <translation>%1: „%2“ ist keine Liste ganzer Zahlen.</translation>
    </message>
    <message>
        <source>%1 does not say what strange texts are.</source>
        <translation>%1 sagt nicht, was ungewöhnliche Texte sind.</translation>
    </message>
    <message>
        <source>%1 has no line %2, so it is not the vocabulary of a BERT model.</source>
        <translation>%1 hat keine Zeile %2 und ist daher nicht das Vokabular eines BERT-Modells.</translation>
    </message>
    <message>
        <source>A phrase begins inside another one: close the first [ with a ].</source>
        <translation>Eine Wortgruppe beginnt innerhalb einer anderen: Schließen Sie die erste [ mit einer ].</translation>
    </message>
    <message>
        <source>There is a ] without a [ before it.</source>
        <translation>Vor einer ] fehlt die [.</translation>
    </message>
    <message>
        <source>A marked phrase is empty: write words between [ and ].</source>
        <translation>Eine markierte Wortgruppe ist leer: Schreiben Sie Wörter zwischen [ und ].</translation>
    </message>
    <message>
        <source>A [ has no ] after it.</source>
        <translation>Nach einer [ fehlt die ].</translation>
    </message>
    <message>
        <source>ICU&apos;s normalisation data cannot be loaded: %1</source>
        <translation>Die Normalisierungsdaten von ICU können nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>%1 is empty; a vocabulary has one token a line.</source>
        <translation>%1 ist leer; ein Vokabular hat ein Token je Zeile.</translation>
    </message>
    <message>
        <source>%1, line %2: the token is not valid UTF-8.</source>
        <translation>%1, Zeile %2: Das Token ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>There is no token %1; the vocabulary has %2 tokens.</source>
        <translation>Es gibt kein Token %1; das Vokabular hat %2 Token.</translation>
    </message>
    <message>
        <source>%1 is damaged: restore it from a backup.</source>
        <translation>%1 ist beschädigt: Stellen Sie die Datei aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>%1 exists already: name another file.</source>
        <translation>%1 ist schon vorhanden: Nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 exists already: name another file, or open it.</source>
        <translation>%1 ist schon vorhanden: Nennen Sie eine andere Datei oder öffnen Sie diese.</translation>
    </message>
    <message>
        <source>%1 was made by a later version of this program (%2, this one knows %3): use that version.</source>
        <translation>%1 wurde mit einer späteren Version dieses Programms erstellt (%2, diese kennt %3): Verwenden Sie jene Version.</translation>
    </message>
    <message>
        <source>%1 is no review project.</source>
        <translation>%1 ist kein Prüfprojekt.</translation>
    </message>
    <message>
        <source>%1 is no review project of this program: its tables are not the ones that a project has.</source>
        <translation>%1 ist kein Prüfprojekt dieses Programms: Die Tabellen sind andere als die eines Projekts.</translation>
    </message>
    <message>
        <source>%1: %2 The form is %3.</source>
        <translation>%1: %2 Die Form ist %3.</translation>
    </message>
    <message>
        <source>%1 keeps nothing on this computer.</source>
        <translation>%1 bewahrt nichts auf diesem Rechner auf.</translation>
    </message>
    <message>
        <source>A review project needs a QCoreApplication.</source>
        <translation>Ein Prüfprojekt braucht eine QCoreApplication.</translation>
    </message>
    <message>
        <source>%1 is no review project: it is no ordinary file.</source>
        <translation>%1 ist kein Prüfprojekt: Es ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for SQLite is missing: install libqt6sql6-sqlite.</source>
        <translation>Qts Treiber für SQLite fehlt: Installieren Sie libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for PostgreSQL is missing: install libqt6sql6-psql.</source>
        <translation>Qts Treiber für PostgreSQL fehlt: Installieren Sie libqt6sql6-psql.</translation>
    </message>
    <message>
        <source>%1 has a decision of the unknown kind &quot;%2&quot;.</source>
        <translation>%1 enthält eine Entscheidung der unbekannten Art „%2“.</translation>
    </message>
    <message>
        <source>%1 is no whole review project: make it anew.</source>
        <translation>%1 ist kein vollständiges Prüfprojekt: Legen Sie es neu an.</translation>
    </message>
    <message>
        <source>%1 is damaged: items are missing.</source>
        <translation>%1 ist beschädigt: Es fehlen Einträge.</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2.</source>
        <translation>%1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Die Auswertung läuft</translation>
    </message>
    <message>
        <source>Visual Genome Faster R-CNN</source>
        <translation>Faster R-CNN für Visual Genome</translation>
    </message>
    <message>
        <source>Faster R-CNN with FPN</source>
        <translation>Faster R-CNN mit FPN</translation>
    </message>
    <message>
        <source>Ready-made features</source>
        <translation>Fertige Merkmale</translation>
    </message>
    <message>
        <source>Writing the model&apos;s answers</source>
        <translation>Die Modellantworten werden geschrieben</translation>
    </message>
    <message>
        <source>Asking the model</source>
        <translation>Das Modell wird befragt</translation>
    </message>
    <message>
        <source>Reading the data set</source>
        <translation>Der Datensatz wird gelesen</translation>
    </message>
    <message>
        <source>Writing the data set</source>
        <translation>Der Datensatz wird geschrieben</translation>
    </message>
    <message>
        <source>Looking at every item</source>
        <translation>Jeder Eintrag wird angesehen</translation>
    </message>
    <message>
        <source>Making the project</source>
        <translation>Das Projekt wird angelegt</translation>
    </message>
    <message>
        <source>Reading the data set&apos;s files</source>
        <translation>Die Dateien des Datensatzes werden gelesen</translation>
    </message>
    <message>
        <source>Comparing the model&apos;s answers</source>
        <translation>Die Modellantworten werden verglichen</translation>
    </message>
    <message>
        <source>Drawing pictures anew for the intervals</source>
        <translation>Für die Intervalle werden Bilder neu gezogen</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Der Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Measuring the model</source>
        <translation>Das Modell wird gemessen</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Dafür reicht der Arbeitsspeicher nicht aus.</translation>
    </message>
    <message>
        <source>Picture-book scenes</source>
        <translation>Bilderbuchszenen</translation>
    </message>
    <message>
        <source>Answers questions, checks statements, chooses sentences, finds phrases and fills in words about drawn scenes: houses, trees, cars, boats, fish, cats, birds, flowers, balloons, balls, stars, cups, books, umbrellas, hats and suns in eight colours.</source>
        <translation>Beantwortet Fragen, prüft Aussagen, wählt Sätze aus, findet Wortgruppen und ergänzt Wörter zu gezeichneten Szenen: Häuser, Bäume, Autos, Boote, Fische, Katzen, Vögel, Blumen, Ballons, Bälle, Sterne, Tassen, Bücher, Regenschirme, Hüte und Sonnen in acht Farben.</translation>
    </message>
    <message>
        <source>Apache-2.0</source>
        <translation>Apache-2.0</translation>
    </message>
    <message>
        <source>Questions about photos</source>
        <translation>Fragen zu Fotos</translation>
    </message>
    <message>
        <source>Answers questions about photos of everyday life with one of 3128 short answers: what, who, where, how many, what colour, yes or no.</source>
        <translation>Beantwortet Fragen zu Alltagsfotos mit einer von 3128 kurzen Antworten: was, wer, wo, wie viele, welche Farbe, ja oder nein.</translation>
    </message>
    <message>
        <source>weights and answer list: none stated (the authors&apos; code is MIT); detector: none stated; word list: Apache-2.0</source>
        <translation>Gewichte und Antwortliste: keine angegeben (der Code der Autoren steht unter MIT); Detektor: keine angegeben; Wortliste: Apache-2.0</translation>
    </message>
    <message>
        <source>VQA v2 test-dev 70.81 %, test-std 71.01 %, with the features of its own training (Pythia&apos;s detectron_fix_100); with this detector: not published.</source>
        <translation>VQA v2 test-dev 70,81 %, test-std 71,01 %, mit den Merkmalen aus dem eigenen Training (Pythias detectron_fix_100); mit diesem Detektor: nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>The detector is another one than the model was trained with, so that it answers less often rightly than was published.</source>
        <translation>Der Detektor ist ein anderer als beim Training; deshalb antwortet das Modell seltener richtig, als veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Captions on photos</source>
        <translation>Bildunterschriften zu Fotos</translation>
    </message>
    <message>
        <source>Fills in hidden words of captions of photos, and says how well a caption fits.</source>
        <translation>Ergänzt verborgene Wörter in Bildunterschriften zu Fotos und sagt, wie gut eine Bildunterschrift passt.</translation>
    </message>
    <message>
        <source>weights: none stated (the authors&apos; code is MIT); detector: none stated; word list: Apache-2.0</source>
        <translation>Gewichte: keine angegeben (der Code der Autoren steht unter MIT); Detektor: keine angegeben; Wortliste: Apache-2.0</translation>
    </message>
    <message>
        <source>The detector is another one than the model was trained with.</source>
        <translation>Der Detektor ist ein anderer als beim Training.</translation>
    </message>
    <message>
        <source>It was taught with two captions of which the first is always right; a caption alone it never saw.</source>
        <translation>Es wurde mit zwei Bildunterschriften trainiert, von denen die erste immer stimmt; eine allein hat es nie gesehen.</translation>
    </message>
    <message>
        <source>Statements about two photos</source>
        <translation>Aussagen über zwei Fotos</translation>
    </message>
    <message>
        <source>Says whether an English statement about two photos is true.</source>
        <translation>Sagt, ob eine englische Aussage über zwei Fotos zutrifft.</translation>
    </message>
    <message>
        <source>weights: none stated (the authors&apos; code is MIT); detector: BSD 3-clause, COCO&apos;s terms may come on top; word list: Apache-2.0</source>
        <translation>Gewichte: keine angegeben (der Code der Autoren steht unter MIT); Detektor: BSD 3-clause, die Bedingungen von COCO können hinzukommen; Wortliste: Apache-2.0</translation>
    </message>
    <message>
        <source>NLVR2 dev 67.4 %, with the features of its own training; with this detector: not published.</source>
        <translation>NLVR2 dev 67,4 %, mit den Merkmalen aus dem eigenen Training; mit diesem Detektor: nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>The detector (ResNet-50, COCO) is another one than the model was trained with (ResNet-101, Detectron&apos;s fc6), and its features mean something else: expect little more than chance.</source>
        <translation>Der Detektor (ResNet-50, COCO) ist ein anderer als beim Training (ResNet-101, Detectrons fc6), und seine Merkmale bedeuten etwas anderes: Erwarten Sie kaum mehr als Zufall.</translation>
    </message>
    <message>
        <source>Choices about film scenes (for experts)</source>
        <translation>Auswahl zu Filmszenen (für Fachleute)</translation>
    </message>
    <message>
        <source>Chooses the sentence that fits a picture best, as in Visual Commonsense Reasoning.</source>
        <translation>Wählt den Satz, der am besten zu einem Bild passt, wie in Visual Commonsense Reasoning.</translation>
    </message>
    <message>
        <source>weights: none stated (the authors&apos; code is MIT); extractor: BSD 3-clause, ImageNet&apos;s terms may come on top; word list: Apache-2.0</source>
        <translation>Gewichte: keine angegeben (der Code der Autoren steht unter MIT); Extraktor: BSD 3-clause, die Bedingungen von ImageNet können hinzukommen; Wortliste: Apache-2.0</translation>
    </message>
    <message>
        <source>The features that it was trained with come from a network that was never published alone: with the pooled ResNet-18 vector that takes its place choices are near chance.</source>
        <translation>Die Merkmale, mit denen es trainiert wurde, kommen aus einem Netz, das nie einzeln veröffentlicht wurde: Mit dem gemittelten ResNet-18-Vektor an deren Stelle ist die Auswahl fast zufällig.</translation>
    </message>
    <message>
        <source>Start for training on questions</source>
        <translation>Ausgangspunkt für das Training mit Fragen</translation>
    </message>
    <message>
        <source>Trained on captions and questions, without an answer head: a start for fine-tuning with 2048 numbers a region.</source>
        <translation>Trainiert mit Bildunterschriften und Fragen, ohne Antwortschicht: ein Ausgangspunkt für das Feintuning mit 2048 Zahlen je Region.</translation>
    </message>
    <message>
        <source>none stated (the authors&apos; code is MIT)</source>
        <translation>keine angegeben (der Code der Autoren steht unter MIT)</translation>
    </message>
    <message>
        <source>It answers nothing by itself.</source>
        <translation>Es beantwortet selbst nichts.</translation>
    </message>
    <message>
        <source>Start for training on pairs</source>
        <translation>Ausgangspunkt für das Training mit Bildpaaren</translation>
    </message>
    <message>
        <source>Trained on captions and NLVR2&apos;s statements, without a verdict: a start for fine-tuning with 1024 numbers a region.</source>
        <translation>Trainiert mit Bildunterschriften und den Aussagen von NLVR2, ohne Urteil: ein Ausgangspunkt für das Feintuning mit 1024 Zahlen je Region.</translation>
    </message>
    <message>
        <source>Start for training with 1024 numbers a region</source>
        <translation>Ausgangspunkt für das Training mit 1024 Zahlen je Region</translation>
    </message>
    <message>
        <source>Trained on captions alone: a start for fine-tuning.</source>
        <translation>Nur mit Bildunterschriften trainiert: ein Ausgangspunkt für das Feintuning.</translation>
    </message>
    <message>
        <source>Start for training on choices</source>
        <translation>Ausgangspunkt für das Training mit Antwortmöglichkeiten</translation>
    </message>
    <message>
        <source>Trained on captions and VCR, without scores: a start for fine-tuning with 512 numbers a region.</source>
        <translation>Trainiert mit Bildunterschriften und VCR, ohne Bewertungen: ein Ausgangspunkt für das Feintuning mit 512 Zahlen je Region.</translation>
    </message>
    <message>
        <source>The features that it was trained with were never published alone.</source>
        <translation>Die Merkmale, mit denen es trainiert wurde, wurden nie einzeln veröffentlicht.</translation>
    </message>
    <message>
        <source>Start for training with 512 numbers a region</source>
        <translation>Ausgangspunkt für das Training mit 512 Zahlen je Region</translation>
    </message>
    <message>
        <source>Detector of 1600 kinds of things</source>
        <translation>Detektor für 1600 Arten von Dingen</translation>
    </message>
    <message>
        <source>Faster R-CNN with ResNet-101 on Visual Genome: 1600 names, 400 attributes, 2048 numbers a region, for any model that wants as many.</source>
        <translation>Faster R-CNN mit ResNet-101, trainiert mit Visual Genome: 1600 Namen, 400 Eigenschaften, 2048 Zahlen je Region, für jedes Modell, das so viele braucht.</translation>
    </message>
    <message>
        <source>none stated; names: MIT and Apache-2.0</source>
        <translation>keine angegeben; Namen: MIT und Apache-2.0</translation>
    </message>
    <message>
        <source>Detector of 90 kinds of things</source>
        <translation>Detektor für 90 Arten von Dingen</translation>
    </message>
    <message>
        <source>torchvision&apos;s Faster R-CNN with ResNet-50 and a pyramid, on COCO: 1024 numbers a region.</source>
        <translation>Faster R-CNN von torchvision mit ResNet-50 und einer Pyramide, trainiert mit COCO: 1024 Zahlen je Region.</translation>
    </message>
    <message>
        <source>BSD 3-clause; COCO&apos;s terms may come on top</source>
        <translation>BSD 3-clause; die Bedingungen von COCO können hinzukommen</translation>
    </message>
    <message>
        <source>ResNet-18 of the whole picture</source>
        <translation>ResNet-18 für das ganze Bild</translation>
    </message>
    <message>
        <source>torchvision&apos;s ResNet on ImageNet: one vector of 512 numbers for the whole picture.</source>
        <translation>ResNet von torchvision, trainiert mit ImageNet: ein Vektor von 512 Zahlen für das ganze Bild.</translation>
    </message>
    <message>
        <source>BSD 3-clause; ImageNet&apos;s terms may come on top</source>
        <translation>BSD 3-clause; die Bedingungen von ImageNet können hinzukommen</translation>
    </message>
    <message>
        <source>ResNet-34 of the whole picture</source>
        <translation>ResNet-34 für das ganze Bild</translation>
    </message>
    <message>
        <source>ResNet-50 of the whole picture</source>
        <translation>ResNet-50 für das ganze Bild</translation>
    </message>
    <message>
        <source>torchvision&apos;s ResNet on ImageNet: one vector of 2048 numbers for the whole picture.</source>
        <translation>ResNet von torchvision, trainiert mit ImageNet: ein Vektor von 2048 Zahlen für das ganze Bild.</translation>
    </message>
    <message>
        <source>ResNet-101 of the whole picture</source>
        <translation>ResNet-101 für das ganze Bild</translation>
    </message>
    <message>
        <source>ResNet-152 of the whole picture</source>
        <translation>ResNet-152 für das ganze Bild</translation>
    </message>
    <message>
        <source>Test of the connection</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>A third of a megabyte that shows whether models can be fetched here. It answers nothing.</source>
        <translation>Ein drittel Megabyte, das zeigt, ob sich Modelle von hier aus holen lassen. Es beantwortet nichts.</translation>
    </message>
    <message>
        <source>none stated</source>
        <translation>keine angegeben</translation>
    </message>
    <message>
        <source>none stated (the answers come from VQA v2; MMF&apos;s code, which reads them, is BSD 3-clause)</source>
        <translation>keine angegeben (die Antworten stammen aus VQA v2; der Code von MMF, der sie liest, steht unter BSD 3-clause)</translation>
    </message>
    <message>
        <source>none stated (its code is Apache-2.0, its ancestors MIT and Apache-2.0; Visual Genome&apos;s terms come on top)</source>
        <translation>keine angegeben (der Code steht unter Apache-2.0, seine Vorgänger unter MIT und Apache-2.0; die Bedingungen von Visual Genome kommen hinzu)</translation>
    </message>
    <message>
        <source>MIT (peteanderson80/bottom-up-attention), Apache-2.0 (airsplay/py-bottom-up-attention)</source>
        <translation>MIT (peteanderson80/bottom-up-attention), Apache-2.0 (airsplay/py-bottom-up-attention)</translation>
    </message>
    <message>
        <source>BSD 3-clause; the terms of the data that it was trained on (ImageNet) may come on top</source>
        <translation>BSD 3-clause; die Bedingungen der Trainingsdaten (ImageNet) können hinzukommen</translation>
    </message>
    <message>
        <source>BSD 3-clause; the terms of the data that it was trained on (COCO) may come on top</source>
        <translation>BSD 3-clause; die Bedingungen der Trainingsdaten (COCO) können hinzukommen</translation>
    </message>
    <message>
        <source>%1 holds no weights: put %2 there.</source>
        <translation>%1 enthält keine Gewichte: Legen Sie %2 dort ab.</translation>
    </message>
    <message>
        <source>%1 needs more memory than is free.</source>
        <translation>%1 braucht mehr Speicher, als frei ist.</translation>
    </message>
    <message>
        <source>%1%2%3.</source>
        <translation>%1%2%3.</translation>
    </message>
    <message>
        <source>The weights %1 and %2 both become %3.</source>
        <translation>Die Gewichte %1 und %2 werden beide zu %3.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; cannot be stored in a safetensors file: %2</source>
        <translation>Der Tensor „%1“ kann nicht in einer safetensors-Datei gespeichert werden: %2</translation>
    </message>
    <message>
        <source>the format keeps that name for itself.</source>
        <translation>Das Format behält diesen Namen für sich.</translation>
    </message>
    <message>
        <source>its type is not known there.</source>
        <translation>Seine Art ist dort nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 cannot be written: a tensor&apos;s name or a note (such as a picture&apos;s path) is not UTF-8; rename it.</source>
        <translation>%1 kann nicht geschrieben werden: Der Name eines Tensors oder eine Notiz (etwa der Pfad eines Bildes) ist kein UTF-8; benennen Sie ihn um.</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; holds a value beyond 65504, which float16 cannot hold.</source>
        <translation>Der Tensor „%1“ enthält einen Wert über 65504, den float16 nicht fassen kann.</translation>
    </message>
    <message>
        <source>The GPU does not have enough free memory for this: close other programs that use it, or compute on the processor (--device cpu).</source>
        <translation>Die GPU hat dafür nicht genug freien Speicher: Schließen Sie andere Programme, die sie nutzen, oder rechnen Sie auf dem Prozessor (--device cpu).</translation>
    </message>
    <message>
        <source>There is not enough free memory for this: close other programs, or use a smaller picture, batch or model.</source>
        <translation>Dafür ist nicht genug Speicher frei: Schließen Sie andere Programme, oder verwenden Sie ein kleineres Bild, weniger auf einmal oder ein kleineres Modell.</translation>
    </message>
    <message>
        <source>RoIAlign takes features of four dimensions and regions [k, 5].</source>
        <translation>RoIAlign nimmt Merkmale mit vier Dimensionen und Regionen [k, 5].</translation>
    </message>
    <message>
        <source>RoIAlign: a region names a picture outside the batch.</source>
        <translation>RoIAlign: Eine Region nennt ein Bild, das nicht dabei ist.</translation>
    </message>
    <message>
        <source>RoIPool takes one float map of four dimensions.</source>
        <translation>RoIPool nimmt eine Gleitkommakarte mit vier Dimensionen.</translation>
    </message>
    <message>
        <source>Detector configuration: %1</source>
        <translation>Konfiguration des Detektors: %1</translation>
    </message>
    <message>
        <source>The detector was given an empty picture.</source>
        <translation>Der Detektor hat ein leeres Bild bekommen.</translation>
    </message>
    <message>
        <source>Visual Genome detector&apos;s configuration: %1</source>
        <translation>Konfiguration des Visual-Genome-Detektors: %1</translation>
    </message>
    <message>
        <source>%1 is not a list of settings by name.</source>
        <translation>%1 ist keine Liste benannter Einstellungen.</translation>
    </message>
    <message>
        <source>%1 is not valid YAML: there is unexpected text at line %2, column %3.</source>
        <translation>%1 ist kein gültiges YAML: In Zeile %2, Spalte %3 steht unerwarteter Text.</translation>
    </message>
    <message>
        <source>%1: the setting &quot;%2&quot; %3.</source>
        <translation>%1: Die Einstellung „%2“ %3.</translation>
    </message>
    <message>
        <source>%1: the setting &quot;%2&quot; is not of the kind that is expected there.</source>
        <translation>%1: Die Einstellung „%2“ ist nicht von der Art, die dort erwartet wird.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is &quot;%3&quot;; only &quot;%4&quot; is computed.</source>
        <translation>%1: „%2“ ist „%3“; berechnet wird nur „%4“.</translation>
    </message>
    <message>
        <source>A picture of %1 x %2 pixels is too narrow for the detector: resized to its largest size, it has only %3 pixels across.</source>
        <translation>Ein Bild von %1 x %2 Pixeln ist zu schmal für den Detektor: Auf seine größte Größe gebracht, ist es nur %3 Pixel breit.</translation>
    </message>
    <message>
        <source>The attention does not fit the text and the regions.</source>
        <translation>Die Aufmerksamkeit passt nicht zum Text und zu den Regionen.</translation>
    </message>
    <message>
        <source>There is no region that could be hidden.</source>
        <translation>Es gibt keine Region, die verborgen werden könnte.</translation>
    </message>
    <message>
        <source>This task has no single answer to look into.</source>
        <translation>Diese Aufgabe hat keine einzelne Antwort, in die man hineinsehen könnte.</translation>
    </message>
    <message>
        <source>The result does not say how probable &quot;%1&quot; is.</source>
        <translation>Das Ergebnis sagt nicht, wie wahrscheinlich „%1“ ist.</translation>
    </message>
    <message>
        <source>%1 needs &quot;images&quot; and &quot;categories&quot;.</source>
        <translation>%1 braucht „images“ und „categories“.</translation>
    </message>
    <message>
        <source>%1 holds no boxes.</source>
        <translation>%1 enthält keine Rahmen.</translation>
    </message>
    <message>
        <source>%1 has boxes on %2, which %3 has not: name the files that belong together.</source>
        <translation>%1 hat Rahmen auf %2, das es in %3 nicht gibt: Nennen Sie Dateien, die zusammengehören.</translation>
    </message>
    <message>
        <source>%1 has the %2 %3 twice: give every one an id of its own.</source>
        <translation>%1 enthält %2 %3 zweimal: Geben Sie jedem eine eigene Kennung.</translation>
    </message>
    <message>
        <source>%1: line %2 should be as in &quot;dev-850-0-0,False&quot;.</source>
        <translation>%1: Zeile %2 muss die Form „dev-850-0-0,False“ haben.</translation>
    </message>
    <message>
        <source>%1 holds no phrase with a box under &quot;gold&quot;.</source>
        <translation>%1 enthält keine Wortgruppe mit einem Rahmen unter „gold“.</translation>
    </message>
    <message>
        <source>%1 needs a list of two raters or more under &quot;%2&quot;.</source>
        <translation>%1 braucht unter „%2“ eine Liste von zwei oder mehr Bewertenden.</translation>
    </message>
    <message>
        <source>%1: every one of &quot;%2&quot; should be a list of as many ratings as the first one.</source>
        <translation>%1: Jede Liste in „%2“ muss so viele Bewertungen enthalten wie die erste.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; should hold labels, and null where there is none.</source>
        <translation>%1: „%2“ muss Bezeichnungen enthalten, und null, wo es keine gibt.</translation>
    </message>
    <message>
        <source>%1 holds no phrases, which alone need no data set: name what it is about with --dataset, or --annotations for VQA v2.</source>
        <translation>%1 enthält keine Wortgruppen, die allein ohne Datensatz auskommen: Nennen Sie mit --dataset, wovon die Datei handelt, oder mit --annotations für VQA v2.</translation>
    </message>
    <message>
        <source>%1 holds questions alone: name their answers with --annotations.</source>
        <translation>%1 enthält nur Fragen: Nennen Sie ihre Antworten mit --annotations.</translation>
    </message>
    <message>
        <source>No results file is named: use --results.</source>
        <translation>Es ist keine Ergebnisdatei genannt: Verwenden Sie --results.</translation>
    </message>
    <message>
        <source>No data set is named: use --dataset, or --annotations for VQA v2.</source>
        <translation>Es ist kein Datensatz genannt: Verwenden Sie --dataset, oder --annotations für VQA v2.</translation>
    </message>
    <message>
        <source>There are no metrics for &quot;%1&quot;: use one of %2.</source>
        <translation>Für „%1“ gibt es keine Kennzahlen: Verwenden Sie eines von %2.</translation>
    </message>
    <message>
        <source>%1 is no text.</source>
        <translation>%1 ist kein Text.</translation>
    </message>
    <message>
        <source>%1 has a quote without an end.</source>
        <translation>%1 enthält ein Anführungszeichen ohne Ende.</translation>
    </message>
    <message>
        <source>%1 has &quot;%2&quot; where a number should be.</source>
        <translation>%1 enthält „%2“, wo eine Zahl stehen muss.</translation>
    </message>
    <message>
        <source>%1 has the column &quot;%2&quot; twice.</source>
        <translation>%1 hat die Spalte „%2“ zweimal.</translation>
    </message>
    <message>
        <source>%1 has %2 cells, the head has %3.</source>
        <translation>%1 hat %2 Zellen, der Kopf hat %3.</translation>
    </message>
    <message>
        <source>%1 has no column &quot;%2&quot; in its first line, which names the columns.</source>
        <translation>%1 hat in der ersten Zeile, die die Spalten benennt, keine Spalte „%2“.</translation>
    </message>
    <message>
        <source>%1 has &quot;%2&quot; where a choice from 0 to 3 should be.</source>
        <translation>%1 enthält „%2“, wo eine Auswahl von 0 bis 3 stehen muss.</translation>
    </message>
    <message>
        <source>%1 answers %2, which %3 has not: name the files that belong together.</source>
        <translation>%1 beantwortet %2, das es in %3 nicht gibt: Nennen Sie Dateien, die zusammengehören.</translation>
    </message>
    <message>
        <source>The key &quot;hidden_act&quot; is &quot;%1&quot;; the known names are %2.</source>
        <translation>Der Schlüssel „hidden_act“ ist „%1“; bekannt sind %2.</translation>
    </message>
    <message>
        <source>%1 does not read back as it was written: check the disk.</source>
        <translation>%1 lässt sich nicht so zurücklesen, wie die Datei geschrieben wurde: Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>%1 cannot be converted: its tensor &quot;%2&quot; is of the type %3, which is not written; leave it out of the file.</source>
        <translation>%1 kann nicht umgewandelt werden: Der Tensor „%2“ ist von der Art %3, die nicht geschrieben wird; lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>%1 cannot be converted onto itself; name another place.</source>
        <translation>%1 kann nicht in sich selbst umgewandelt werden; nennen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 exists already; --force replaces it.</source>
        <translation>%1 ist schon vorhanden; --force ersetzt es.</translation>
    </message>
    <message>
        <source>%1 is no VisualBERT checkpoint: there is nothing to check.</source>
        <translation>%1 ist kein VisualBERT-Checkpoint: Es gibt nichts zu prüfen.</translation>
    </message>
    <message>
        <source>By its hash it is %1, but its class and sizes are not those of that checkpoint.</source>
        <translation>Nach der Prüfsumme ist es %1, aber Klasse und Größen sind nicht die jenes Checkpoints.</translation>
    </message>
    <message>
        <source>%1 does not hold expected values in the layout that --values reads.</source>
        <translation>%1 enthält keine erwarteten Werte in der Anordnung, die --values liest.</translation>
    </message>
    <message>
        <source>The expected values of %1 cannot be understood at the key &quot;%2&quot;.</source>
        <translation>Die erwarteten Werte in %1 sind beim Schlüssel „%2“ nicht zu verstehen.</translation>
    </message>
    <message>
        <source>No published values are known for a %1 with regions of %2 numbers; they are for %3.</source>
        <translation>Für ein %1 mit Regionen von %2 Zahlen sind keine veröffentlichten Werte bekannt; es gibt sie für %3.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; must be %2.</source>
        <translation>Der Schlüssel „%1“ muss %2 sein.</translation>
    </message>
    <message>
        <source>The key &quot;num_labels&quot; must be between 1 and 1000000.</source>
        <translation>Der Schlüssel „num_labels“ muss zwischen 1 und 1000000 liegen.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is %2; it must be between %3 and %4.</source>
        <translation>Der Schlüssel „%1“ ist %2; er muss zwischen %3 und %4 liegen.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; must be at least 0 and below 1.</source>
        <translation>Der Schlüssel „%1“ muss mindestens 0 und kleiner als 1 sein.</translation>
    </message>
    <message>
        <source>The key &quot;hidden_size&quot; (%1) must be a multiple of &quot;num_attention_heads&quot; (%2).</source>
        <translation>Der Schlüssel „hidden_size“ (%1) muss ein Vielfaches von „num_attention_heads“ (%2) sein.</translation>
    </message>
    <message>
        <source>The key &quot;layer_norm_eps&quot; must not be negative.</source>
        <translation>Der Schlüssel „layer_norm_eps“ darf nicht negativ sein.</translation>
    </message>
    <message>
        <source>The key &quot;initializer_range&quot; must not be negative.</source>
        <translation>Der Schlüssel „initializer_range“ darf nicht negativ sein.</translation>
    </message>
    <message>
        <source>The sizes in the config give a network of more than %1 weights, the most that is built.</source>
        <translation>Die Größen in der Konfiguration ergeben ein Netz mit mehr als %1 Gewichten, dem Höchsten, was gebaut wird.</translation>
    </message>
    <message>
        <source>A model&apos;s config must be a JSON object.</source>
        <translation>Die Konfiguration eines Modells muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>The key &quot;model_type&quot; is &quot;%1&quot;; only visual_bert is supported.</source>
        <translation>Der Schlüssel „model_type“ ist „%1“; unterstützt wird nur visual_bert.</translation>
    </message>
    <message>
        <source>The input head_mask must have the shape (%1) or (%2, %3).</source>
        <translation>Die Eingabe head_mask muss die Form (%1) oder (%2, %3) haben.</translation>
    </message>
    <message>
        <source>%1 names no class under &quot;architectures&quot;, e.g. VisualBertModel.</source>
        <translation>%1 nennt unter „architectures“ keine Klasse, z. B. VisualBertModel.</translation>
    </message>
    <message>
        <source>The input %1 has the shape %2; it must be %3.</source>
        <translation>Die Eingabe %1 hat die Form %2; sie muss %3 sein.</translation>
    </message>
    <message>
        <source>The input %1 holds %2 numbers; the model needs %3.</source>
        <translation>Die Eingabe %1 enthält %2 Zahlen; das Modell braucht %3.</translation>
    </message>
    <message>
        <source>The text must have at least one sample and one token.</source>
        <translation>Der Text muss mindestens ein Beispiel und ein Token haben.</translation>
    </message>
    <message>
        <source>The text has %1 tokens, but the model has positions for %2 only; shorten it.</source>
        <translation>Der Text hat %1 Token, das Modell aber nur %2 Positionen; kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>This model has one token type only, so the input visual_token_type_ids, whose default is 1, must be given.</source>
        <translation>Dieses Modell hat nur einen Tokentyp; deshalb muss die Eingabe visual_token_type_ids angegeben werden, deren Standardwert 1 ist.</translation>
    </message>
    <message>
        <source>The input %1 must hold whole numbers (int64 or int32).</source>
        <translation>Die Eingabe %1 muss ganze Zahlen enthalten (int64 oder int32).</translation>
    </message>
    <message>
        <source>The input %1 holds %2; its numbers must lie between %3 and %4.</source>
        <translation>Die Eingabe %1 enthält %2; ihre Zahlen müssen zwischen %3 und %4 liegen.</translation>
    </message>
    <message>
        <source>%1 needs the input %2, which is missing.</source>
        <translation>%1 braucht die Eingabe %2, die fehlt.</translation>
    </message>
    <message>
        <source>The inputs attention_mask and visual_attention_mask must both have two or both have three dimensions.</source>
        <translation>Die Eingaben attention_mask und visual_attention_mask müssen beide zwei oder beide drei Dimensionen haben.</translation>
    </message>
    <message>
        <source>The weight &quot;%1&quot;, which tells the network&apos;s size, is missing or has no such shape; put a config.json beside the weights.</source>
        <translation>Das Gewicht „%1“, das die Größe des Netzes angibt, fehlt oder hat keine solche Form; legen Sie eine config.json neben die Gewichte.</translation>
    </message>
    <message>
        <source>The input prediction_positions has the shape %1; it must be (%2, positions).</source>
        <translation>Die Eingabe prediction_positions hat die Form %1; sie muss (%2, positions) sein.</translation>
    </message>
    <message>
        <source>VisualBertForQuestionAnswering needs the input attention_mask as (batch, tokens) of whole numbers.</source>
        <translation>VisualBertForQuestionAnswering braucht die Eingabe attention_mask als (batch, tokens) aus ganzen Zahlen.</translation>
    </message>
    <message>
        <source>VisualBertForMultipleChoice needs the input %1 with (batch, choices) in front; it has the shape %2.</source>
        <translation>VisualBertForMultipleChoice braucht die Eingabe %1 mit (batch, choices) vorn; sie hat die Form %2.</translation>
    </message>
    <message>
        <source>%1 needs the inputs region_to_phrase_position as (batch, phrases) and visual_attention_mask as (batch, regions).</source>
        <translation>%1 braucht die Eingaben region_to_phrase_position als (batch, phrases) und visual_attention_mask als (batch, regions).</translation>
    </message>
    <message>
        <source>There is no VisualBERT class &quot;%1&quot;; the known ones are %2.</source>
        <translation>Es gibt keine VisualBERT-Klasse „%1“; bekannt sind %2.</translation>
    </message>
    <message>
        <source>%1 is itself a trunk.</source>
        <translation>%1 ist selbst ein Rumpf.</translation>
    </message>
    <message>
        <source>Unknown inputs: %1; this model reads %2.</source>
        <translation>Unbekannte Eingaben: %1; dieses Modell liest %2.</translation>
    </message>
    <message>
        <source>Missing inputs: %1.</source>
        <translation>Fehlende Eingaben: %1.</translation>
    </message>
    <message>
        <source>A region extractor&apos;s &quot;geometry&quot; must be {&quot;kind&quot;: &quot;none&quot;} or {&quot;kind&quot;: &quot;fourier&quot;, &quot;frequencies&quot;: K} with K from 1 to 16.</source>
        <translation>Bei einem Regionenextraktor muss „geometry“ {&quot;kind&quot;: &quot;none&quot;} oder {&quot;kind&quot;: &quot;fourier&quot;, &quot;frequencies&quot;: K} mit K von 1 bis 16 sein.</translation>
    </message>
    <message>
        <source>%1 is a file: name a folder, or a file that ends in .safetensors or .tsv.</source>
        <translation>%1 ist eine Datei: Nennen Sie einen Ordner oder eine Datei, die auf .safetensors oder .tsv endet.</translation>
    </message>
    <message>
        <source>The weights %1 do not exist.</source>
        <translation>Die Gewichte %1 sind nicht vorhanden.</translation>
    </message>
    <message>
        <source>%1 holds %2, which is no published extractor: name the extractor with --extractor.</source>
        <translation>%1 enthält %2, was kein veröffentlichter Extraktor ist: Nennen Sie den Extraktor mit --extractor.</translation>
    </message>
    <message>
        <source>There is no extractor &quot;%1&quot;: name one of %2or a folder with config.json or config.yaml.</source>
        <translation>Es gibt keinen Extraktor „%1“: Nennen Sie einen von %2oder einen Ordner mit config.json oder config.yaml.</translation>
    </message>
    <message>
        <source>The published extractor %1 needs its weights: name the file with --weights.</source>
        <translation>Der veröffentlichte Extraktor %1 braucht seine Gewichte: Nennen Sie die Datei mit --weights.</translation>
    </message>
    <message>
        <source>%1 is configured as %2, not as %3: leave --extractor out, or name the weights file itself.</source>
        <translation>%1 ist als %2 konfiguriert, nicht als %3: Lassen Sie --extractor weg oder nennen Sie die Gewichtsdatei selbst.</translation>
    </message>
    <message>
        <source>Precision &quot;%1&quot; is not supported: use auto, float32 or bfloat16.</source>
        <translation>Die Genauigkeit „%1“ wird nicht unterstützt: Verwenden Sie auto, float32 oder bfloat16.</translation>
    </message>
    <message>
        <source>A region extractor&apos;s &quot;precision&quot; must be &quot;float32&quot; or &quot;bfloat16&quot;.</source>
        <translation>Bei einem Regionenextraktor muss „precision“ „float32“ oder „bfloat16“ sein.</translation>
    </message>
    <message>
        <source>The region extractor&apos;s configuration names no &quot;weights&quot; file.</source>
        <translation>Die Konfiguration des Regionenextraktors nennt keine Datei „weights“.</translation>
    </message>
    <message>
        <source>%1 holds the weights of another network: none of the %2 tensors of this extractor (&quot;%3&quot;, …) is in it.</source>
        <translation>%1 enthält die Gewichte eines anderen Netzes: Keiner der %2 Tensoren dieses Extraktors („%3“, …) ist darin.</translation>
    </message>
    <message>
        <source>There are only %1 regions to learn from; give pictures with at least %2 together.</source>
        <translation>Es gibt nur %1 Regionen zum Lernen; geben Sie Bilder mit zusammen mindestens %2.</translation>
    </message>
    <message>
        <source>&quot;%1%2&quot; is missing or is not what it should be.</source>
        <translation>„%1%2“ fehlt oder ist nicht so, wie es sein muss.</translation>
    </message>
    <message>
        <source>The tensors of &quot;%1&quot; do not fit each other.</source>
        <translation>Die Tensoren von „%1“ passen nicht zueinander.</translation>
    </message>
    <message>
        <source>The feature files&apos; configuration: &quot;%1&quot; should be a string.</source>
        <translation>Konfiguration der Merkmalsdateien: „%1“ muss eine Zeichenkette sein.</translation>
    </message>
    <message>
        <source>%1 is a NumPy file as ViLBERT writes them: it holds a pickled dictionary, which is never unpickled. Convert it in Python to one .safetensors file a picture with the tensors boxes [n, 4] and features [n, d].</source>
        <translation>%1 ist eine NumPy-Datei, wie ViLBERT sie schreibt: Sie enthält ein Pickle-Wörterbuch, das nie entpackt wird. Wandeln Sie sie in Python in eine .safetensors-Datei je Bild mit den Tensoren boxes [n, 4] und features [n, d] um.</translation>
    </message>
    <message>
        <source>%1 is %2, which is not a supported feature file: convert it to LXMERT&apos;s TSV or to one .safetensors file a picture with the tensors boxes [n, 4] and features [n, d].</source>
        <translation>%1 ist %2 und damit keine unterstützte Merkmalsdatei: Wandeln Sie sie in eine TSV-Datei von LXMERT oder in eine .safetensors-Datei je Bild mit den Tensoren boxes [n, 4] und features [n, d] um.</translation>
    </message>
    <message>
        <source>a zip archive (.npz or .pth)</source>
        <translation>ein ZIP-Archiv (.npz oder .pth)</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>eine HDF5-Datei</translation>
    </message>
    <message>
        <source>a pickle</source>
        <translation>ein Pickle</translation>
    </message>
    <message>
        <source>The configuration of ready-made features names no &quot;features&quot;: a TSV file, or a folder of .safetensors files.</source>
        <translation>Die Konfiguration fertiger Merkmale nennt keine „features“: eine TSV-Datei oder einen Ordner mit .safetensors-Dateien.</translation>
    </message>
    <message>
        <source>The feature files&apos; configuration: &quot;max_regions&quot; should be 1 or more.</source>
        <translation>Konfiguration der Merkmalsdateien: „max_regions“ muss 1 oder mehr sein.</translation>
    </message>
    <message>
        <source>The feature files&apos; configuration: &quot;columns&quot; should be a list of names.</source>
        <translation>Konfiguration der Merkmalsdateien: „columns“ muss eine Liste von Namen sein.</translation>
    </message>
    <message>
        <source>%1, which the configuration names as &quot;features&quot;, does not exist.</source>
        <translation>%1, von der Konfiguration als „features“ genannt, ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>%1 holds no picture.</source>
        <translation>%1 enthält kein Bild.</translation>
    </message>
    <message>
        <source>%1 holds no .safetensors file of region features.</source>
        <translation>%1 enthält keine .safetensors-Datei mit Regionsmerkmalen.</translation>
    </message>
    <message>
        <source>Ready-made features are looked up by the picture&apos;s name, and this picture has none: open it from a file.</source>
        <translation>Fertige Merkmale werden unter dem Namen des Bildes nachgeschlagen, und dieses Bild hat keinen: Öffnen Sie es aus einer Datei.</translation>
    </message>
    <message>
        <source>%1 has no features of the picture %2: extract them, or give the picture the name that is used there.</source>
        <translation>%1 enthält keine Merkmale des Bildes %2: Extrahieren Sie sie oder geben Sie dem Bild den Namen, der dort verwendet wird.</translation>
    </message>
    <message>
        <source>There is no picture to look up.</source>
        <translation>Es gibt kein Bild zum Nachschlagen.</translation>
    </message>
    <message>
        <source>The features of %1 in %2 are of a picture of %3 x %4 pixels, but this one has %5 x %6: use the picture that they were made from.</source>
        <translation>Die Merkmale von %1 in %2 gehören zu einem Bild von %3 x %4 Pixeln, dieses hat aber %5 x %6: Verwenden Sie das Bild, aus dem sie gemacht wurden.</translation>
    </message>
    <message>
        <source>The features of %1 in %2 have %3 values per region, the others %4.</source>
        <translation>Die Merkmale von %1 in %2 haben %3 Werte je Region, die anderen %4.</translation>
    </message>
    <message>
        <source>Ready-made features describe the boxes that they were made for and no others: choose a pack or extractor with a detector network to ask about boxes of your own%1</source>
        <translation>Fertige Merkmale beschreiben nur die Rahmen, für die sie gemacht wurden: Wählen Sie ein Paket oder einen Extraktor mit Detektornetz, um zu eigenen Rahmen zu fragen%1</translation>
    </message>
    <message>
        <source>No object was found in any of the pictures: give others.</source>
        <translation>In keinem der Bilder wurde ein Gegenstand gefunden: Geben Sie andere an.</translation>
    </message>
    <message>
        <source>There are only %1 pictures to find the threshold with; give at least %2.</source>
        <translation>Es gibt nur %1 Bilder, um den Schwellenwert zu finden; geben Sie mindestens %2 an.</translation>
    </message>
    <message>
        <source>Regions have %1 numbers each, but what is known of strange pictures is about %2.</source>
        <translation>Regionen haben je %1 Zahlen, was über ungewöhnliche Bilder bekannt ist, betrifft aber %2.</translation>
    </message>
    <message>
        <source>%1 does not say what strange pictures are: %2</source>
        <translation>%1 sagt nicht, was ungewöhnliche Bilder sind: %2</translation>
    </message>
    <message>
        <source>An extractor of kind &quot;%1&quot; has no %2.</source>
        <translation>Ein Extraktor der Art „%1“ hat kein %2.</translation>
    </message>
    <message>
        <source>There is no published extractor &quot;%1&quot;; this version knows: %2.</source>
        <translation>Es gibt keinen veröffentlichten Extraktor „%1“; diese Version kennt: %2.</translation>
    </message>
    <message>
        <source>%1 holds no extractor: neither a config.json that names its &quot;kind&quot; nor the config.yaml of a Visual Genome detector.</source>
        <translation>%1 enthält keinen Extraktor: weder eine config.json, die dessen „kind“ nennt, noch die config.yaml eines Visual-Genome-Detektors.</translation>
    </message>
    <message>
        <source>%1 has a config.yaml but no weights: put the published pytorch_model.bin or a model.safetensors beside it.</source>
        <translation>%1 hat eine config.yaml, aber keine Gewichte: Legen Sie die veröffentlichte pytorch_model.bin oder eine model.safetensors daneben.</translation>
    </message>
    <message>
        <source>A cached tensor has a wrong size.</source>
        <translation>Ein Tensor im Zwischenspeicher hat eine falsche Größe.</translation>
    </message>
    <message>
        <source>A cached entry was written by another version.</source>
        <translation>Ein Eintrag im Zwischenspeicher wurde von einer anderen Version geschrieben.</translation>
    </message>
    <message>
        <source>Box %1 has no area inside the picture of %2 x %3 pixels.</source>
        <translation>Rahmen %1 hat keine Fläche innerhalb des Bildes von %2 x %3 Pixeln.</translation>
    </message>
    <message>
        <source>The region extractor&apos;s configuration names no &quot;kind&quot;.</source>
        <translation>Die Konfiguration des Regionenextraktors nennt kein „kind“.</translation>
    </message>
    <message>
        <source>There is no region extractor of kind &quot;%1&quot;; this version knows: %2.</source>
        <translation>Es gibt keinen Regionenextraktor der Art „%1“; diese Version kennt: %2.</translation>
    </message>
    <message>
        <source>%1 has no tensor &quot;%2&quot;, so it is no file of region features; it holds %3: a feature file has boxes [n, 4] and features [n, d].</source>
        <translation>%1 hat keinen Tensor „%2“ und ist daher keine Datei mit Regionsmerkmalen; sie enthält %3: Eine Merkmalsdatei hat boxes [n, 4] und features [n, d].</translation>
    </message>
    <message>
        <source>%1: the metadata&apos;s &quot;%2&quot; is no length in pixels.</source>
        <translation>%1: „%2“ in den Metadaten ist keine Länge in Pixeln.</translation>
    </message>
    <message>
        <source>%1: the tensor &quot;%2&quot; %3.</source>
        <translation>%1: Der Tensor „%2“ %3.</translation>
    </message>
    <message>
        <source>%1 is damaged: its checksum does not match.</source>
        <translation>%1 ist beschädigt: Die Prüfsumme stimmt nicht.</translation>
    </message>
    <message>
        <source>ResNet extractor&apos;s configuration: %1</source>
        <translation>Konfiguration des ResNet-Extraktors: %1</translation>
    </message>
    <message>
        <source>There is no classification network &quot;%1&quot;; this version knows: %2.</source>
        <translation>Es gibt kein Klassifikationsnetz „%1“; diese Version kennt: %2.</translation>
    </message>
    <message>
        <source>The extractor was given an empty picture.</source>
        <translation>Der Extraktor hat ein leeres Bild bekommen.</translation>
    </message>
    <message>
        <source>%1 cannot be resumed: %2, which records how it was made, is missing. Write to another file.</source>
        <translation>%1 kann nicht fortgesetzt werden: %2, worin steht, wie die Datei entstand, fehlt. Schreiben Sie in eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 was made with %2: write to another file, or leave --resume out to replace it.</source>
        <translation>%1 entstand mit %2: Schreiben Sie in eine andere Datei oder lassen Sie --resume weg, um sie zu ersetzen.</translation>
    </message>
    <message>
        <source>%1 is a pipe or a device, not a file.</source>
        <translation>%1 ist eine Pipe oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>%1 is being written by another program.</source>
        <translation>%1 wird gerade von einem anderen Programm geschrieben.</translation>
    </message>
    <message>
        <source>%1 is not the picture that %2 has as %3: write to another file, or leave --resume out to replace it.</source>
        <translation>%1 ist nicht das Bild, das in %2 als %3 steht: Schreiben Sie in eine andere Datei oder lassen Sie --resume weg, um sie zu ersetzen.</translation>
    </message>
    <message>
        <source>%1 has a damaged row for %2, which cannot be made again in its place: write to another file, or leave --resume out to replace it.</source>
        <translation>%1 enthält eine beschädigte Zeile für %2, die an ihrer Stelle nicht neu geschrieben werden kann: Schreiben Sie in eine andere Datei oder lassen Sie --resume weg, um sie zu ersetzen.</translation>
    </message>
    <message>
        <source>%1 cannot be read back: is the disk full?</source>
        <translation>%1 kann nicht zurückgelesen werden: Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>A region extractor&apos;s &quot;config&quot; must name a file.</source>
        <translation>Bei einem Regionenextraktor muss „config“ eine Datei nennen.</translation>
    </message>
    <message>
        <source>A region extractor&apos;s &quot;%1&quot; must be a list of names or name a file.</source>
        <translation>Bei einem Regionenextraktor muss „%1“ eine Liste von Namen sein oder eine Datei nennen.</translation>
    </message>
    <message>
        <source>A region extractor&apos;s &quot;%1&quot; has %2 names; the network has %3 classes of that kind.</source>
        <translation>„%1“ eines Regionenextraktors hat %2 Namen; das Netz hat %3 Klassen dieser Art.</translation>
    </message>
    <message>
        <source>%1 has %2 names; the network has %3 classes of that kind.</source>
        <translation>%1 hat %2 Namen; das Netz hat %3 Klassen dieser Art.</translation>
    </message>
    <message>
        <source>An empty picture cannot be annotated.</source>
        <translation>Ein leeres Bild kann nicht beschriftet werden.</translation>
    </message>
    <message>
        <source>The phrase &quot;%1&quot; has %2 weights for %3 regions.</source>
        <translation>Die Wortgruppe „%1“ hat %2 Gewichte für %3 Regionen.</translation>
    </message>
    <message>
        <source>There are %1 weights for %2 regions.</source>
        <translation>Es gibt %1 Gewichte für %2 Regionen.</translation>
    </message>
    <message>
        <source>A heatmap needs a picture and a size of at least one pixel.</source>
        <translation>Eine Heatmap braucht ein Bild und eine Größe von mindestens einem Pixel.</translation>
    </message>
    <message>
        <source>The record of a result has %1 under &quot;%2&quot;.</source>
        <translation>Die Aufzeichnung eines Ergebnisses hat %1 unter „%2“.</translation>
    </message>
    <message>
        <source>There is no explanation named %1.</source>
        <translation>Es gibt keine Erklärung namens %1.</translation>
    </message>
    <message>
        <source>There is no task named %1.</source>
        <translation>Es gibt keine Aufgabe namens %1.</translation>
    </message>
    <message>
        <source>This is not a record of a result.</source>
        <translation>Das ist keine Aufzeichnung eines Ergebnisses.</translation>
    </message>
    <message>
        <source>The record of a result has lists of different lengths.</source>
        <translation>Die Aufzeichnung eines Ergebnisses hat Listen verschiedener Länge.</translation>
    </message>
    <message>
        <source>This is not a record of a result: it names no task.</source>
        <translation>Das ist keine Aufzeichnung eines Ergebnisses: Sie nennt keine Aufgabe.</translation>
    </message>
    <message>
        <source>%1 is not a valid catalogue: %2: %3.</source>
        <translation>%1 ist kein gültiger Katalog: %2: %3.</translation>
    </message>
    <message>
        <source>has another commit by now (%1)</source>
        <translation>hat inzwischen einen anderen Stand (%1)</translation>
    </message>
    <message>
        <source>does not tell the file&apos;s hash and size</source>
        <translation>nennt weder Prüfsumme noch Größe der Datei</translation>
    </message>
    <message>
        <source>has another file there now</source>
        <translation>hat dort jetzt eine andere Datei</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1 (%2) cannot be fetched: %3; fetched by hand from %4, it is taken by Add Files in the window or by packs pull --from.</source>
        <translation>%1 (%2) kann nicht geholt werden: %3; von Hand heruntergeladen von %4, wird die Datei über „Dateien hinzufügen“ im Fenster oder durch packs pull --from angenommen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>wants its terms accepted on its page first, and then a token in HF_TOKEN</source>
        <translation>verlangt, dass zuerst auf der Seite die Bedingungen angenommen werden, und dann ein Token in HF_TOKEN</translation>
    </message>
    <message>
        <source>does not have it, or only for those with a token in HF_TOKEN</source>
        <translation>hat sie nicht, oder nur für Nutzer mit einem Token in HF_TOKEN</translation>
    </message>
    <message>
        <source>refuses it with this token</source>
        <translation>verweigert sie mit diesem Token</translation>
    </message>
    <message>
        <source>refuses it</source>
        <translation>verweigert sie</translation>
    </message>
    <message>
        <source>leads to an address that is not followed</source>
        <translation>verweist auf eine Adresse, der nicht gefolgt wird</translation>
    </message>
    <message>
        <source>does not have it</source>
        <translation>hat sie nicht</translation>
    </message>
    <message>
        <source>has had too many requests</source>
        <translation>hatte zu viele Anfragen</translation>
    </message>
    <message>
        <source>is out of service for now</source>
        <translation>ist zurzeit außer Betrieb</translation>
    </message>
    <message>
        <source>gives an answer that is none</source>
        <translation>gibt eine Antwort, die keine ist</translation>
    </message>
    <message>
        <source>%1 and says &quot;%2&quot;</source>
        <translation>%1 und sagt „%2“</translation>
    </message>
    <message>
        <source>has a certificate that is not trusted (%1): behind a company&apos;s proxy name its certificates in SSL_CERT_FILE</source>
        <translation>hat ein Zertifikat, dem nicht vertraut wird (%1): Hinter einem Firmenproxy nennen Sie dessen Zertifikate in SSL_CERT_FILE</translation>
    </message>
    <message>
        <source>cannot be reached (%1)</source>
        <translation>ist nicht erreichbar (%1)</translation>
    </message>
    <message>
        <source>was silent for %1 s</source>
        <translation>schwieg %1 s lang</translation>
    </message>
    <message>
        <source>broke off (%1)</source>
        <translation>brach ab (%1)</translation>
    </message>
    <message>
        <source>The disk of %1 is full: free some space and start again, what is there is kept.</source>
        <translation>Der Datenträger von %1 ist voll: Schaffen Sie Platz und beginnen Sie noch einmal; was vorhanden ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>There is not enough memory to open this picture.</source>
        <translation>Um dieses Bild zu öffnen, reicht der Arbeitsspeicher nicht aus.</translation>
    </message>
    <message>
        <source>%1 is being written by another program: try again when it is done.</source>
        <translation>%1 wird gerade von einem anderen Programm geschrieben: Versuchen Sie es noch einmal, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>%1 cannot be written: it is read-only.</source>
        <translation>%1 kann nicht geschrieben werden: Die Datei ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full. Make room; what was saved before is safe.</source>
        <translation>%1 kann nicht geschrieben werden: Der Datenträger ist voll. Schaffen Sie Platz; was vorher gespeichert wurde, ist sicher.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written: the disk reports an error.</source>
        <translation>%1 kann nicht gelesen oder geschrieben werden: Der Datenträger meldet einen Fehler.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: check that its folder may be written.</source>
        <translation>%1 kann nicht geöffnet werden: Prüfen Sie, ob in den Ordner geschrieben werden darf.</translation>
    </message>
    <message>
        <source>%1 is damaged, or no review project: restore it from a backup.</source>
        <translation>%1 ist beschädigt oder kein Prüfprojekt: Stellen Sie die Datei aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>%1 cannot be written: the server&apos;s disk is full. What was saved before is safe.</source>
        <translation>%1 kann nicht geschrieben werden: Der Datenträger des Servers ist voll. Was vorher gespeichert wurde, ist sicher.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2. Ask whoever runs the server.</source>
        <translation>%1 ist nicht verwendbar: %2. Fragen Sie die Person, die den Server betreibt.</translation>
    </message>
    <message>
        <source>%1 cannot be written: the server takes no changes now.</source>
        <translation>%1 kann nicht geschrieben werden: Der Server nimmt zurzeit keine Änderungen an.</translation>
    </message>
    <message>
        <source>%1 exists already: choose another name, or open it.</source>
        <translation>%1 ist schon vorhanden: Wählen Sie einen anderen Namen oder öffnen Sie das Projekt.</translation>
    </message>
    <message>
        <source>%1 is being written by somebody else: try again in a moment.</source>
        <translation>%1 wird gerade von jemand anderem geschrieben: Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 should end with .csv or .json.</source>
        <translation>%1 muss auf .csv oder .json enden.</translation>
    </message>
    <message>
        <source>%1 should end with .html.</source>
        <translation>%1 muss auf .html enden.</translation>
    </message>
    <message>
        <source>%1 is named twice: each part needs a place of its own.</source>
        <translation>%1 ist zweimal genannt: Jeder Teil braucht einen eigenen Ort.</translation>
    </message>
    <message>
        <source>%1 is the review project itself: name another place.</source>
        <translation>%1 ist das Prüfprojekt selbst: Nennen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>Der Ordner %1 ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>You have no permission to read the folder %1.</source>
        <translation>Sie haben keine Berechtigung, den Ordner %1 zu lesen.</translation>
    </message>
    <message>
        <source>%1 is a pipe or a device. Choose a picture file instead.</source>
        <translation>%1 ist eine Pipe oder ein Gerät. Wählen Sie stattdessen eine Bilddatei.</translation>
    </message>
    <message>
        <source>%1 cannot be written: its name should end in %2.</source>
        <translation>%1 kann nicht geschrieben werden: Der Name muss auf %2 enden.</translation>
    </message>
    <message>
        <source>A record of the history names a picture outside its folder.</source>
        <translation>Ein Eintrag des Verlaufs nennt ein Bild außerhalb seines Ordners.</translation>
    </message>
    <message>
        <source>This is not a record of the history.</source>
        <translation>Das ist kein Eintrag des Verlaufs.</translation>
    </message>
    <message>
        <source>A later version of the program wrote this card.</source>
        <translation>Eine spätere Version des Programms hat diese Karte geschrieben.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>should be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>%1 should be %2</source>
        <translation>%1 muss %2 sein</translation>
    </message>
    <message>
        <source>box should hold four numbers</source>
        <translation>box muss vier Zahlen enthalten</translation>
    </message>
    <message>
        <source>box %1</source>
        <translation>box %1</translation>
    </message>
    <message>
        <source>%1 should be a list of at most %2</source>
        <translation>%1 muss eine Liste mit höchstens %2 Einträgen sein</translation>
    </message>
    <message>
        <source>has no version or no boxes</source>
        <translation>hat keine Version oder keine Rahmen</translation>
    </message>
    <message>
        <source>origin is %1; there are %2 boxes under annotated</source>
        <translation>origin ist %1; unter annotated gibt es %2 Rahmen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a string</source>
        <translation>„%1“ muss eine Zeichenkette sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false</source>
        <translation>„%1“ muss true oder false sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list</source>
        <translation>„%1“ muss eine Liste sein</translation>
    </message>
    <message>
        <source>%1 is outside the pack: &quot;%2&quot;</source>
        <translation>%1 liegt außerhalb des Pakets: „%2“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known task</source>
        <translation>„%1“ ist keine bekannte Aufgabe</translation>
    </message>
    <message>
        <source>&quot;tasks&quot; names no task</source>
        <translation>„tasks“ nennt keine Aufgabe</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must hold strings only</source>
        <translation>„%1“ darf nur Zeichenketten enthalten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known task: &quot;%2&quot;</source>
        <translation>„%1“ ist keine bekannte Aufgabe: „%2“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be 64 lower-case hex digits</source>
        <translation>„%1“ muss aus 64 kleingeschriebenen Hexadezimalziffern bestehen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number</source>
        <translation>„%1“ muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>&quot;format&quot; must be the number %1</source>
        <translation>„format“ muss die Zahl %1 sein</translation>
    </message>
    <message>
        <source>&quot;name&quot; must be usable as the name of a folder, not &quot;%1&quot;</source>
        <translation>„name“ muss sich als Ordnername eignen, anders als „%1“</translation>
    </message>
    <message>
        <source>is no part of a form that this program knows; it knows %1</source>
        <translation>gehört zu keiner Form, die dieses Programm kennt; es kennt %1</translation>
    </message>
    <message>
        <source>cannot be &quot;pooler&quot;: a model for %1 does not read there</source>
        <translation>kann nicht „pooler“ sein: Ein Modell für %1 liest dort nicht</translation>
    </message>
    <message>
        <source>cannot be &quot;last_token&quot;: a model for %1 does not read there</source>
        <translation>kann nicht „last_token“ sein: Ein Modell für %1 liest dort nicht</translation>
    </message>
    <message>
        <source>cannot be &quot;mask&quot;: a model for %1 does not read there</source>
        <translation>kann nicht „mask“ sein: Ein Modell für %1 liest dort nicht</translation>
    </message>
    <message>
        <source>can only be &quot;mask&quot; where text_suffix ends with [MASK]: a model for vqa reads the last word piece</source>
        <translation>kann nur „mask“ sein, wo text_suffix auf [MASK] endet: Ein Modell für vqa liest den letzten Wortteil</translation>
    </message>
    <message>
        <source>can only be 2 for pretraining</source>
        <translation>kann nur für pretraining 2 sein</translation>
    </message>
    <message>
        <source>needs &quot;sentences&quot; to be 2</source>
        <translation>verlangt, dass „sentences“ 2 ist</translation>
    </message>
    <message>
        <source>is known to pretraining only</source>
        <translation>kennt nur pretraining</translation>
    </message>
    <message>
        <source>needs a max_length</source>
        <translation>braucht max_length</translation>
    </message>
    <message>
        <source>can only be &quot;aligned&quot; for multiple_choice</source>
        <translation>kann nur für multiple_choice „aligned“ sein</translation>
    </message>
    <message>
        <source>is known to vqa only, which has a list of answers</source>
        <translation>kennt nur vqa, das eine Antwortliste hat</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>a box needs four numbers.</source>
        <translation>Ein Rahmen braucht vier Zahlen.</translation>
    </message>
    <message>
        <source>a box needs four numbers that are places in a picture.</source>
        <translation>Ein Rahmen braucht vier Zahlen, die Stellen in einem Bild sind.</translation>
    </message>
    <message>
        <source>a list is needed where %1 stands.</source>
        <translation>Wo %1 steht, ist eine Liste nötig.</translation>
    </message>
    <message>
        <source>a text is needed where %1 stands.</source>
        <translation>Wo %1 steht, ist ein Text nötig.</translation>
    </message>
    <message>
        <source>the question has %1 answers, and it keeps as many.</source>
        <translation>Die Frage hat %1 Antworten und behält so viele.</translation>
    </message>
    <message>
        <source>&quot;scores&quot; needs answers with their scores.</source>
        <translation>„scores“ braucht Antworten mit ihren Werten.</translation>
    </message>
    <message>
        <source>the score of &quot;%1&quot; is none from 0 to 1.</source>
        <translation>Der Wert von „%1“ liegt nicht zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>the label has to be a whole number below %1.</source>
        <translation>Die Wahl muss eine ganze Zahl unter %1 sein.</translation>
    </message>
    <message>
        <source>the caption has %1 phrases, and it keeps as many.</source>
        <translation>Die Bildunterschrift hat %1 Wortgruppen und behält so viele.</translation>
    </message>
    <message>
        <source>every one of &quot;boxes&quot; needs a &quot;box&quot;.</source>
        <translation>Jeder Eintrag von „boxes“ braucht ein „box“.</translation>
    </message>
    <message>
        <source>&quot;record&quot; is no whole number.</source>
        <translation>„record“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>it is no object.</source>
        <translation>Sie ist kein Objekt.</translation>
    </message>
    <message>
        <source>it has the unknown key &quot;%1&quot;.</source>
        <translation>Sie hat den unbekannten Schlüssel „%1“.</translation>
    </message>
    <message>
        <source>should be a text.</source>
        <translation>muss ein Text sein.</translation>
    </message>
    <message>
        <source>should be true or false.</source>
        <translation>muss true oder false sein.</translation>
    </message>
    <message>
        <source>should be undecided, accepted, rejected or unsure.</source>
        <translation>muss undecided, accepted, rejected oder unsure sein.</translation>
    </message>
    <message>
        <source>is nothing that items can be filtered by.</source>
        <translation>ist nichts, wonach sich Einträge filtern lassen.</translation>
    </message>
    <message>
        <source>leads in a circle</source>
        <translation>führt im Kreis</translation>
    </message>
    <message>
        <source>does not answer as the hub does (a proxy&apos;s page?)</source>
        <translation>antwortet nicht wie der Hub (die Seite eines Proxys?)</translation>
    </message>
    <message>
        <source>answers for another commit (%1)</source>
        <translation>antwortet für einen anderen Stand (%1)</translation>
    </message>
    <message>
        <source>has a file of %1 bytes there instead of %2</source>
        <translation>hat dort eine Datei von %1 Bytes statt %2</translation>
    </message>
    <message>
        <source>gives other bytes than the catalogue&apos;s (their SHA-256 is wrong)</source>
        <translation>liefert andere Bytes als die des Katalogs (die SHA-256 stimmt nicht)</translation>
    </message>
    <message>
        <source>sends more than the %1 bytes of the file</source>
        <translation>sendet mehr als die %1 Bytes der Datei</translation>
    </message>
    <message>
        <source>broke off after %1 of %2 bytes</source>
        <translation>brach nach %1 von %2 Bytes ab</translation>
    </message>
    <message>
        <source>has a shorter file there</source>
        <translation>hat dort eine kürzere Datei</translation>
    </message>
    <message>
        <source>gives a web page in the place of the file</source>
        <translation>liefert eine Webseite anstelle der Datei</translation>
    </message>
    <message>
        <source>answers with another part of the file than was asked for</source>
        <translation>antwortet mit einem anderen Teil der Datei als verlangt</translation>
    </message>
    <message>
        <source>The data set holds nothing to ask.</source>
        <translation>Im Datensatz ist nichts, was gefragt werden kann.</translation>
    </message>
    <message>
        <source>There is no such layer, head or position.</source>
        <translation>Diese Schicht, diesen Kopf oder diese Stelle gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such position to follow.</source>
        <translation>Diese Stelle, der gefolgt werden soll, gibt es nicht.</translation>
    </message>
    <message>
        <source>What the layers give on does not fit the text and the regions.</source>
        <translation>Was die Schichten weitergeben, passt nicht zu Text und Regionen.</translation>
    </message>
    <message>
        <source>%1 was made for a picture of %2 x %3 pixels: its boxes are not shown.</source>
        <translation>%1 wurde für ein Bild mit %2 x %3 Pixeln gemacht: Die Rahmen darin werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>%1 is too large to be looked at for each picture: whether it has boxes of this one is not known.</source>
        <translation>%1 ist zu groß, um bei jedem Bild nachzusehen: Ob es Rahmen dieses Bildes enthält, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 has the boxes of %2, not of %3.</source>
        <translation>%1 enthält die Rahmen von %2, nicht von %3.</translation>
    </message>
    <message>
        <source>%1 has no boxes for a picture named %2.</source>
        <translation>%1 enthält keine Rahmen für ein Bild namens %2.</translation>
    </message>
    <message>
        <source>%1: %2 more records are passed over.</source>
        <translation>%1: %2 weitere Einträge werden übergangen.</translation>
    </message>
    <message>
        <source>%1 The picture is passed over.</source>
        <translation>%1 Das Bild wird übergangen.</translation>
    </message>
    <message>
        <source>%1 The category is passed over.</source>
        <translation>%1 Die Kategorie wird übergangen.</translation>
    </message>
    <message>
        <source>%1 The annotation is passed over.</source>
        <translation>%1 Die Annotation wird übergangen.</translation>
    </message>
    <message>
        <source>The data set holds nothing to measure: its examples have no labels.</source>
        <translation>Der Datensatz enthält nichts zu messen: Seine Beispiele haben keine Labels.</translation>
    </message>
    <message>
        <source>%1 boxes in Annotations have no area and are left out.</source>
        <translation>%1 Rahmen in Annotations haben keine Fläche und werden weggelassen.</translation>
    </message>
    <message>
        <source>%1 boxes of the pictures&apos; metadata have no area and are left out.</source>
        <translation>%1 Rahmen in den Metadaten der Bilder haben keine Fläche und werden weggelassen.</translation>
    </message>
    <message>
        <source>%1 annotations belong to no question, e.g. %2</source>
        <translation>%1 Annotationen gehören zu keiner Frage, z. B. %2</translation>
    </message>
    <message>
        <source>Asking both models</source>
        <translation>Beide Modelle werden gefragt</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>An animation needs at least one frame.</source>
        <translation>Eine Animation braucht mindestens ein Bild.</translation>
    </message>
    <message>
        <source>A frame is shown for at least one millisecond.</source>
        <translation>Ein Bild der Animation wird mindestens eine Millisekunde gezeigt.</translation>
    </message>
    <message>
        <source>The frames of an animation are of different sizes.</source>
        <translation>Die Bilder der Animation sind verschieden groß.</translation>
    </message>
    <message>
        <source>The animation is too large for WebP: at most 16383 pixels a side.</source>
        <translation>Die Animation ist zu groß für WebP: höchstens 16383 Pixel je Seite.</translation>
    </message>
    <message>
        <source>The animation could not be written as WebP.</source>
        <translation>Die Animation konnte nicht als WebP geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 is neither PNG nor JPEG, which a lesson&apos;s pictures are: convert it.</source>
        <translation>%1 ist weder PNG noch JPEG, und das sind die Bilder einer Lektion: Wandeln Sie es um.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB: make a smaller copy.</source>
        <translation>%1 ist größer als %2 MiB: Machen Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>%1 is damaged: its header states no size; copy it again.</source>
        <translation>%1 ist beschädigt: Der Dateikopf nennt keine Größe; kopieren Sie das Bild noch einmal.</translation>
    </message>
    <message>
        <source>%1 has %2 x %3 pixels; at most %4 are decoded: make a smaller copy.</source>
        <translation>%1 hat %2 x %3 Pixel; höchstens %4 werden gelesen: Machen Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>The lesson has no picture named &quot;%1&quot;.</source>
        <translation>Die Lektion hat kein Bild namens „%1“.</translation>
    </message>
    <message>
        <source>it is damaged; copy or download it again.</source>
        <translation>Sie ist beschädigt; kopieren oder laden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>it has more than %1 members; no lesson needs as many.</source>
        <translation>Sie hat mehr als %1 Teile; so viele braucht keine Lektion.</translation>
    </message>
    <message>
        <source>it is no lesson: lessons are zip files whose names end in .vbslesson.</source>
        <translation>Das ist keine Lektion: Lektionen sind Zip-Dateien, deren Namen auf .vbslesson enden.</translation>
    </message>
    <message>
        <source>it is encrypted, and lessons are not: unpack it with its password and pack it without one.</source>
        <translation>Sie ist verschlüsselt, und Lektionen sind das nicht: Entpacken Sie sie mit dem Passwort und packen Sie sie ohne.</translation>
    </message>
    <message>
        <source>it holds a link instead of a file; pack the file itself.</source>
        <translation>Sie enthält einen Link statt einer Datei; packen Sie die Datei selbst ein.</translation>
    </message>
    <message>
        <source>it is packed in a way that lessons are not; pack it with the method &quot;deflate&quot;.</source>
        <translation>Sie ist auf eine Art gepackt, die Lektionen nicht haben; packen Sie sie mit der Methode „deflate“.</translation>
    </message>
    <message>
        <source>it holds two members of one name, so that nobody knows which is meant; pack it again.</source>
        <translation>Sie enthält zwei Teile gleichen Namens, sodass niemand weiß, welcher gemeint ist; packen Sie sie neu.</translation>
    </message>
    <message>
        <source>The lesson cannot be packed.</source>
        <translation>Die Lektion kann nicht gepackt werden.</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Step %1 (%2)</source>
        <translation>Schritt %1 (%2)</translation>
    </message>
    <message>
        <source>%1: the engine gives other values for &quot;%2&quot;.</source>
        <translation>%1: Das Modell nennt andere Werte für „%2“.</translation>
    </message>
    <message>
        <source>%1: the engine gives other values for &quot;%2&quot;, by up to %3.</source>
        <translation>%1: Das Modell nennt andere Werte für „%2“, um bis zu %3.</translation>
    </message>
    <message>
        <source>Step %1 was never recorded: record the lesson.</source>
        <translation>Schritt %1 wurde nie aufgezeichnet: Zeichnen Sie die Lektion auf.</translation>
    </message>
    <message>
        <source>it is missing; record the lesson anew.</source>
        <translation>Die Datei fehlt; zeichnen Sie die Lektion neu auf.</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>has regions of no picture</source>
        <translation>enthält Regionen von keinem Bild</translation>
    </message>
    <message>
        <source>it is no lesson: it has no lesson.json.</source>
        <translation>Das ist keine Lektion: Sie hat keine lesson.json.</translation>
    </message>
    <message>
        <source>should list at least two</source>
        <translation>sollte mindestens zwei nennen</translation>
    </message>
    <message>
        <source>should say which of the options are right, counted from 0</source>
        <translation>sollte sagen, welche der Möglichkeiten richtig sind, gezählt ab 0</translation>
    </message>
    <message>
        <source>should name one option; where several are right, the kind is &quot;several&quot;</source>
        <translation>sollte eine Möglichkeit nennen; wo mehrere richtig sind, ist die Art „several“</translation>
    </message>
    <message>
        <source>should list the texts that are right</source>
        <translation>sollte die richtigen Texte nennen</translation>
    </message>
    <message>
        <source>should list the regions that are right, counted from 0</source>
        <translation>sollte die richtigen Regionen nennen, gezählt ab 0</translation>
    </message>
    <message>
        <source>should list parts of what is asked</source>
        <translation>sollte Teile dessen nennen, was gefragt wird</translation>
    </message>
    <message>
        <source>it is no lesson: its lesson.json has no &quot;format&quot; or no &quot;steps&quot;.</source>
        <translation>Das ist keine Lektion: In ihrer lesson.json fehlt „format“ oder „steps“.</translation>
    </message>
    <message>
        <source>a later version of the program wrote it (format %1): update VisualBERT Studio.</source>
        <translation>Eine spätere Version des Programms hat sie geschrieben (Format %1): Aktualisieren Sie VisualBERT Studio.</translation>
    </message>
    <message>
        <source>should be 1</source>
        <translation>sollte 1 sein</translation>
    </message>
    <message>
        <source>it has %1 steps; at most %2 are played: split the lesson.</source>
        <translation>Sie hat %1 Schritte; höchstens %2 werden gespielt: Teilen Sie die Lektion.</translation>
    </message>
    <message>
        <source>steps[%1] %2.</source>
        <translation>steps[%1] %2.</translation>
    </message>
    <message>
        <source>names a picture that is not in the lesson: put it into pictures/</source>
        <translation>nennt ein Bild, das nicht in der Lektion ist: Legen Sie es in pictures/</translation>
    </message>
    <message>
        <source>asks about no picture: name one, or leave out the task</source>
        <translation>fragt nach keinem Bild: Nennen Sie eines, oder lassen Sie die Aufgabe weg</translation>
    </message>
    <message>
        <source>needs two pictures for the task nlvr, and one for every other</source>
        <translation>braucht zwei Bilder für die Aufgabe nlvr, und eines für jede andere</translation>
    </message>
    <message>
        <source>needs two to eight choices for the task multiple_choice, and none for every other</source>
        <translation>braucht zwei bis acht Antwortmöglichkeiten für die Aufgabe multiple_choice, und keine für jede andere</translation>
    </message>
    <message>
        <source>needs phrases for the task region_to_phrase, and none for every other</source>
        <translation>braucht Wortgruppen für die Aufgabe region_to_phrase, und keine für jede andere</translation>
    </message>
    <message>
        <source>asks to predict an answer, and has none: give it a task that answers, or a quiz of another kind</source>
        <translation>lässt eine Antwort vorhersagen und hat keine: Geben Sie ihm eine Aufgabe, die antwortet, oder ein Quiz anderer Art</translation>
    </message>
    <message>
        <source>asks for a region, and has none: give it a task</source>
        <translation>fragt nach einer Region und hat keine: Geben Sie ihm eine Aufgabe</translation>
    </message>
    <message>
        <source>was recorded for another task: record it anew</source>
        <translation>wurde für eine andere Aufgabe aufgezeichnet: Zeichnen Sie ihn neu auf</translation>
    </message>
    <message>
        <source>speaks of regions that were not found: record it anew, or count them from 0</source>
        <translation>spricht von Regionen, die nicht gefunden wurden: Zeichnen Sie ihn neu auf, oder zählen Sie sie ab 0</translation>
    </message>
    <message>
        <source>it has more than %1 files; no lesson needs as many.</source>
        <translation>Sie hat mehr als %1 Dateien; so viele braucht keine Lektion.</translation>
    </message>
    <message>
        <source>%1 is a link, or no ordinary file; put the file itself there.</source>
        <translation>%1 ist ein Link oder keine gewöhnliche Datei; legen Sie die Datei selbst dorthin.</translation>
    </message>
    <message>
        <source>This lesson cannot be kept: %1</source>
        <translation>Diese Lektion kann nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>its member %1 leads out of the file, which no program that writes lessons does; do not trust it.</source>
        <translation>Ihr Teil %1 führt aus der Datei hinaus, was kein Programm tut, das Lektionen schreibt; trauen Sie ihr nicht.</translation>
    </message>
    <message>
        <source>its member %1 has %2; at most %3 are read: make the lesson smaller.</source>
        <translation>Ihr Teil %1 hat %2; höchstens %3 werden gelesen: Machen Sie die Lektion kleiner.</translation>
    </message>
    <message>
        <source>its member %1 would grow %2 times when unpacked, as only files made to do harm do; do not trust it.</source>
        <translation>Ihr Teil %1 würde beim Entpacken auf das %2-Fache wachsen, wie es nur Dateien tun, die schaden sollen; trauen Sie ihr nicht.</translation>
    </message>
    <message>
        <source>unpacked it has more than %1: use smaller pictures, or split the lesson.</source>
        <translation>Entpackt hat sie mehr als %1: Nehmen Sie kleinere Bilder, oder teilen Sie die Lektion.</translation>
    </message>
    <message>
        <source>%1 should be an object, and is %2.</source>
        <translation>%1 sollte ein Objekt sein, ist aber %2.</translation>
    </message>
    <message>
        <source>is longer than %1 bytes; make several steps of it</source>
        <translation>ist länger als %1 Bytes; machen Sie mehrere Schritte daraus</translation>
    </message>
    <message>
        <source>lists more than %1</source>
        <translation>nennt mehr als %1</translation>
    </message>
    <message>
        <source>lists a text that is too long</source>
        <translation>nennt einen Text, der zu lang ist</translation>
    </message>
    <message>
        <source>should list different counts from 0, growing, below %1</source>
        <translation>sollte verschiedene, wachsende Zahlen ab 0 nennen, unter %1</translation>
    </message>
    <message>
        <source>should list at most %1 boxes, each four numbers in pixels</source>
        <translation>sollte höchstens %1 Rahmen nennen, jeden mit vier Zahlen in Pixeln</translation>
    </message>
    <message>
        <source>should be between %1 and %2</source>
        <translation>sollte zwischen %1 und %2 liegen</translation>
    </message>
    <message>
        <source>%1 holds NaN or an infinite number; record the lesson anew.</source>
        <translation>%1 enthält NaN oder eine unendliche Zahl; zeichnen Sie die Lektion neu auf.</translation>
    </message>
    <message>
        <source>should be %1</source>
        <translation>sollte %1 sein</translation>
    </message>
    <message>
        <source>should be one of %1</source>
        <translation>sollte eines davon sein: %1</translation>
    </message>
    <message>
        <source>A step without a title</source>
        <translation>Ein Schritt ohne Titel</translation>
    </message>
    <message>
        <source>Step &quot;%1&quot;</source>
        <translation>Schritt „%1“</translation>
    </message>
    <message>
        <source>it speaks of region %1, and only %2 were found, counted from 0.</source>
        <translation>Er spricht von Region %1, und nur %2 wurden gefunden, gezählt ab 0.</translation>
    </message>
    <message>
        <source>its view looks at %1 %2, and there are only %3, counted from 0.</source>
        <translation>Seine Ansicht blickt auf %1 %2, und es gibt nur %3, gezählt ab 0.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>the network has another sequence than its answer says.</source>
        <translation>Das Netz hat eine andere Folge, als seine Antwort sagt.</translation>
    </message>
    <message>
        <source>does not fit the result; record it anew</source>
        <translation>passt nicht zum Ergebnis; zeichnen Sie es neu auf</translation>
    </message>
    <message>
        <source>speaks of regions that were not found; record it anew</source>
        <translation>spricht von Regionen, die nicht gefunden wurden; zeichnen Sie es neu auf</translation>
    </message>
    <message>
        <source>does not fit its curves; record it anew</source>
        <translation>passt nicht zu seinen Kurven; zeichnen Sie es neu auf</translation>
    </message>
    <message>
        <source>Hiding regions in order</source>
        <translation>Regionen werden der Reihe nach verborgen</translation>
    </message>
    <message>
        <source>Hiding regions one by one</source>
        <translation>Regionen werden einzeln verborgen</translation>
    </message>
    <message>
        <source>Looking for fewer regions</source>
        <translation>Suche nach weniger Regionen</translation>
    </message>
    <message>
        <source>Hiding words one by one</source>
        <translation>Wörter werden einzeln verborgen</translation>
    </message>
    <message>
        <source>Looking for fewer words</source>
        <translation>Suche nach weniger Wörtern</translation>
    </message>
    <message>
        <source>is read as it is typed</source>
        <translation>wird gelesen, wie sie getippt ist</translation>
    </message>
    <message>
        <source>is followed by %1, in place of a closing mark of its own</source>
        <translation>wird von %1 gefolgt, anstelle eines eigenen Satzzeichens</translation>
    </message>
    <message>
        <source>is closed with a question mark</source>
        <translation>wird mit einem Fragezeichen abgeschlossen</translation>
    </message>
    <message>
        <source>The question %1, and the answer is read at the [MASK].</source>
        <translation>Die Frage %1, und die Antwort wird an [MASK] gelesen.</translation>
    </message>
    <message>
        <source>The question %1, and the answer is read at the last word piece.</source>
        <translation>Die Frage %1, und die Antwort wird am letzten Wortteil gelesen.</translation>
    </message>
    <message>
        <source>The question %1; each choice follows it as a second sentence, and the pooled state says how well it fits.</source>
        <translation>Die Frage %1; jede Antwortmöglichkeit folgt ihr als zweiter Satz, und der zusammengefasste Zustand sagt, wie gut sie passt.</translation>
    </message>
    <message>
        <source>is closed with a full stop</source>
        <translation>wird mit einem Punkt abgeschlossen</translation>
    </message>
    <message>
        <source>The statement %1, and the verdict is read from the pooled state.</source>
        <translation>Die Aussage %1, und das Urteil wird aus dem zusammengefassten Zustand gelesen.</translation>
    </message>
    <message>
        <source>The sentence %1, and each phrase is read at one of its word pieces.</source>
        <translation>Die Eingabe %1, und jede Wortgruppe wird an einem ihrer Wortteile gelesen.</translation>
    </message>
    <message>
        <source>The text has two sentences: %1, then yours, which %2.</source>
        <translation>Der Text hat zwei Sätze: %1, dann Ihre Eingabe; die %2.</translation>
    </message>
    <message>
        <source>The sentence %1.</source>
        <translation>Die Eingabe %1.</translation>
    </message>
    <message>
        <source>%1 Words are read at each [MASK]; class %2 of the sentence-image head says that text and picture belong together.</source>
        <translation>%1 Wörter werden an jedem [MASK] gelesen; Klasse %2 des Satz-Bild-Kopfes sagt, dass Text und Bild zusammengehören.</translation>
    </message>
    <message>
        <source>Regions of the left picture have the visual type %1, those of the right one %2.</source>
        <translation>Regionen des linken Bildes haben den Bildtyp %1, die des rechten %2.</translation>
    </message>
    <message>
        <source>The picture&apos;s regions have the visual type %1.</source>
        <translation>Die Regionen des Bildes haben den Bildtyp %1.</translation>
    </message>
    <message>
        <source>A text has at most %1 word pieces and is filled up to as many.</source>
        <translation>Ein Text hat höchstens %1 Wortteile und wird auf ebenso viele aufgefüllt.</translation>
    </message>
    <message>
        <source>A text has at most %1 word pieces.</source>
        <translation>Ein Text hat höchstens %1 Wortteile.</translation>
    </message>
    <message>
        <source>People were called by names that fit everybody: write &quot;Casey&quot; or &quot;Riley&quot;.</source>
        <translation>Menschen wurden mit Namen genannt, die zu allen passen: Schreiben Sie „Casey“ oder „Riley“.</translation>
    </message>
    <message>
        <source>Where words of a data set name one of its boxes, the model is told which.</source>
        <translation>Wo Wörter eines Datensatzes einen seiner Rahmen nennen, wird dem Modell gesagt, welchen.</translation>
    </message>
    <message>
        <source>The answer %1 is never listed.</source>
        <translation>Die Antwort %1 wird nie aufgeführt.</translation>
    </message>
    <message>
        <source>%1 holds no weights: they end in .safetensors, .bin, .pth, .pt or .th.</source>
        <translation>%1 enthält keine Gewichte: Ihre Namen enden auf .safetensors, .bin, .pth, .pt oder .th.</translation>
    </message>
    <message>
        <source>%1 holds several weight files, e.g. %2 and %3: name the one that is meant.</source>
        <translation>%1 enthält mehrere Gewichtsdateien, z. B. %2 und %3: Nennen Sie die, die gemeint ist.</translation>
    </message>
    <message>
        <source>Device %1 was requested, but this LibTorch does not see a CUDA GPU.</source>
        <translation>Gerät %1 wurde verlangt, aber dieses LibTorch sieht keine CUDA-GPU.</translation>
    </message>
    <message>
        <source>Device %1 was requested, but there are only %2 GPUs (cuda:0 is the first).</source>
        <translation>Gerät %1 wurde verlangt, aber es gibt nur %2 GPUs (cuda:0 ist die erste).</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>Opening the extractor</source>
        <translation>Die Regionensuche wird geöffnet</translation>
    </message>
    <message>
        <source>Preparing questions</source>
        <translation>Fragen werden vorbereitet</translation>
    </message>
    <message>
        <source>%1 does not hold the answers to a lesson: remove it.</source>
        <translation>%1 enthält nicht die Antworten zu einer Lektion: Entfernen Sie die Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be put into the lesson: make a smaller copy.</source>
        <translation>%1 passt nicht in die Lektion: Machen Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>The pack has no model for phrases: they are found by the names that its detector gives to the regions.</source>
        <translation>Das Paket hat kein Modell für Wortgruppen: Sie werden an den Namen gefunden, die der Detektor den Regionen gibt.</translation>
    </message>
    <message>
        <source>%1 must be a JSON object.</source>
        <translation>%1 muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; should be %3, not %4.</source>
        <translation>%1: „%2“ sollte %3 sein, nicht %4.</translation>
    </message>
    <message>
        <source>%1 has an unknown key &quot;%2&quot;.</source>
        <translation>%1 hat einen unbekannten Schlüssel „%2“.</translation>
    </message>
    <message>
        <source>%1 has the %2 %3 twice: take one of the two out.</source>
        <translation>%1 enthält zweimal: %2 %3. Nehmen Sie eines von beiden heraus.</translation>
    </message>
    <message>
        <source>%1 holds no results.</source>
        <translation>%1 enthält keine Ergebnisse.</translation>
    </message>
    <message>
        <source>%1 has nothing to measure.</source>
        <translation>%1 enthält nichts zu messen.</translation>
    </message>
    <message>
        <source>%1 lacks %2 of %3: every one needs a result.</source>
        <translation>In %1 fehlt: %2 aus %3. Jedes braucht ein Ergebnis.</translation>
    </message>
    <message>
        <source>%1 has %2, which %3 has not: name the files that belong together.</source>
        <translation>%1 enthält %2, was in %3 nicht vorkommt: Nennen Sie die Dateien, die zusammengehören.</translation>
    </message>
    <message>
        <source>Only one of the inputs input_ids and inputs_embeds may be given.</source>
        <translation>Nur eine der Eingaben input_ids und inputs_embeds darf gegeben sein.</translation>
    </message>
    <message>
        <source>One of the inputs input_ids and inputs_embeds must be given.</source>
        <translation>Eine der Eingaben input_ids und inputs_embeds muss gegeben sein.</translation>
    </message>
    <message>
        <source>%1 is not a pack: it holds no pack.json.</source>
        <translation>%1 ist kein Paket: Es enthält keine pack.json.</translation>
    </message>
    <message>
        <source>No pipe can be made: %1.</source>
        <translation>Es lässt sich keine Pipe anlegen: %1.</translation>
    </message>
    <message>
        <source>The program %1 cannot be started: %2.</source>
        <translation>Das Programm %1 lässt sich nicht starten: %2.</translation>
    </message>
    <message>
        <source>The program %1 did not end within %2 seconds.</source>
        <translation>Das Programm %1 ist nach %2 Sekunden noch nicht fertig.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand in a batch script: only letters, digits and _-.,:=@+/[]*%&amp;| can.</source>
        <translation>„%1“ kann nicht in einem Batch-Skript stehen: erlaubt sind nur Buchstaben, Ziffern und _-.,:=@+/[]*%&amp;|.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no option of sbatch: write it as --name=value.</source>
        <translation>„%1“ ist keine Option von sbatch: Schreiben Sie --name=wert.</translation>
    </message>
    <message>
        <source>Job %1 of %2 is still there (%3): look at it with &quot;cluster status&quot;, or end it with &quot;cluster cancel&quot;.</source>
        <translation>Der Auftrag %1 von %2 ist noch da (%3): Sehen Sie mit „cluster status“ nach, oder beenden Sie ihn mit „cluster cancel“.</translation>
    </message>
    <message>
        <source>%1 was not given to a cluster: there is no %2.</source>
        <translation>%1 wurde keinem Cluster übergeben: Es gibt kein %2.</translation>
    </message>
    <message>
        <source>%1 does not say which jobs were submitted.</source>
        <translation>%1 sagt nicht, welche Aufträge erteilt wurden.</translation>
    </message>
    <message>
        <source>Slurm&apos;s commands are not here (%1): submit where they are, or look at the scripts with --dry-run.</source>
        <translation>Slurms Befehle gibt es hier nicht (%1): Erteilen Sie den Auftrag dort, wo es sie gibt, oder sehen Sie die Skripte mit --dry-run an.</translation>
    </message>
    <message>
        <source>Slurm did not take the job: %1</source>
        <translation>Slurm hat den Auftrag nicht angenommen: %1</translation>
    </message>
    <message>
        <source>Slurm did not cancel the jobs: %1</source>
        <translation>Slurm hat die Aufträge nicht abgebrochen: %1</translation>
    </message>
    <message>
        <source>--shard auto is for the tasks of a Slurm array, which set SLURM_ARRAY_TASK_ID and SLURM_ARRAY_TASK_COUNT: name the part as in --shard 1/8.</source>
        <translation>--shard auto ist für die Aufgaben eines Slurm-Arrays, die SLURM_ARRAY_TASK_ID und SLURM_ARRAY_TASK_COUNT setzen: Nennen Sie den Teil wie in --shard 1/8.</translation>
    </message>
    <message>
        <source>The task %1 is none of the %2 of Slurm&apos;s array, which must have equal steps: name the part as in --shard 1/8.</source>
        <translation>Die Aufgabe %1 ist keine der %2 des Slurm-Arrays, das gleiche Schritte haben muss: Nennen Sie den Teil wie in --shard 1/8.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no part: write 1/8 for the first of eight, or auto in a Slurm array.</source>
        <translation>„%1“ nennt keinen Teil: Schreiben Sie 1/8 für den ersten von acht, oder auto in einem Slurm-Array.</translation>
    </message>
    <message>
        <source>%1 is damaged: remove the shard&apos;s folder, and predict that shard again.</source>
        <translation>%1 ist beschädigt: Entfernen Sie den Ordner des Teils, und berechnen Sie ihn neu.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>%1 and %2 are shards of different runs: %3.</source>
        <translation>%1 und %2 sind Teile verschiedener Läufe: %3.</translation>
    </message>
    <message>
        <source>%1 has an answer to the item %2, and the data set has %3.</source>
        <translation>%1 hat eine Antwort zum Eintrag %2, und der Datensatz hat %3.</translation>
    </message>
    <message>
        <source>The item %1 is there twice, in %2 and in %3: take one of the two folders out.</source>
        <translation>Der Eintrag %1 ist zweimal da, in %2 und in %3: Nehmen Sie einen der beiden Ordner heraus.</translation>
    </message>
    <message>
        <source>%1 of %2 items have no answer yet: of the %3 shards, these are not there: %4.</source>
        <translation>%1 von %2 Einträgen haben noch keine Antwort: Von den %3 Teilen fehlen diese: %4.</translation>
    </message>
    <message>
        <source>%1 of %2 items have no answer yet, the first being %3: let every shard finish with `visualbert predict … --resume`.</source>
        <translation>%1 von %2 Einträgen haben noch keine Antwort, zuerst %3: Lassen Sie jeden Teil mit `visualbert predict … --resume` zu Ende laufen.</translation>
    </message>
    <message>
        <source>%1 changed while it was read.</source>
        <translation>%1 hat sich geändert, während es gelesen wurde.</translation>
    </message>
    <message>
        <source>%1 is %2 in the one and %3 in the other</source>
        <translation>%1 ist %2 im einen und %3 im anderen</translation>
    </message>
    <message>
        <source>%1 was written by another version of this program, which has to go on with it.</source>
        <translation>%1 wurde von einer anderen Version dieses Programms geschrieben, die damit weitermachen muss.</translation>
    </message>
    <message>
        <source>%1 names no shard that there can be.</source>
        <translation>%1 nennt keinen Teil, den es geben kann.</translation>
    </message>
    <message>
        <source>the data set&apos;s items are others</source>
        <translation>die Einträge des Datensatzes sind andere</translation>
    </message>
    <message>
        <source>%1 holds no shards of a run of `visualbert predict`: name the folder that was its --output.</source>
        <translation>%1 enthält keine Teile eines Laufs von `visualbert predict`: Nennen Sie den Ordner, der dessen --output war.</translation>
    </message>
    <message>
        <source>%1 cannot be written: check the folder and the space on its disk.</source>
        <translation>%1 lässt sich nicht schreiben: Prüfen Sie den Ordner und den Platz auf der Platte.</translation>
    </message>
    <message>
        <source>%1 is not what the run was asked about: name the data set as it was, and the folder of pictures.</source>
        <translation>%1 ist nicht, worüber der Lauf gefragt wurde: Nennen Sie den Datensatz, wie er war, und den Ordner der Bilder.</translation>
    </message>
    <message>
        <source>Putting the shards together</source>
        <translation>Die Teile werden zusammengesetzt</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Es wird gemessen</translation>
    </message>
    <message>
        <source>The data set asks nothing: it has boxes, which `visualbert extract` finds.</source>
        <translation>Der Datensatz fragt nichts: Er hat Rahmen, die `visualbert extract` findet.</translation>
    </message>
    <message>
        <source>%1 holds another run: %2. Use the same options, or another --output.</source>
        <translation>%1 enthält einen anderen Lauf: %2. Nehmen Sie dieselben Optionen oder ein anderes --output.</translation>
    </message>
    <message>
        <source>Another program is predicting the shard %1 into %2: wait for it, or name another --output.</source>
        <translation>Ein anderes Programm berechnet den Teil %1 gerade nach %2: Warten Sie darauf, oder nennen Sie ein anderes --output.</translation>
    </message>
    <message>
        <source>%1 holds %2 predictions of this shard already: go on with --resume, or name another --output.</source>
        <translation>%1 enthält schon %2 Vorhersagen dieses Teils: Machen Sie mit --resume weiter, oder nennen Sie ein anderes --output.</translation>
    </message>
    <message>
        <source>%1 has an answer to the item %2 that is not this shard&apos;s, or is there twice: remove the folder, and predict the shard again.</source>
        <translation>%1 hat eine Antwort zum Eintrag %2, die nicht zu diesem Teil gehört oder zweimal da ist: Entfernen Sie den Ordner, und berechnen Sie den Teil neu.</translation>
    </message>
    <message>
        <source>This LibTorch connects processes on GPUs only, over NCCL: use --device cuda, or build with Gloo (Debian: libgloo-dev).</source>
        <translation>Dieses LibTorch verbindet Prozesse nur auf GPUs, über NCCL: Nehmen Sie --device cuda, oder bauen Sie mit Gloo (Debian: libgloo-dev).</translation>
    </message>
    <message>
        <source>The %1 processes of this training did not meet at %2, port %3, within %4 seconds: start each of them with the same MASTER_ADDR, MASTER_PORT and WORLD_SIZE, and with a RANK of its own. (%5)</source>
        <translation>Die %1 Prozesse dieses Trainings trafen sich nicht bei %2, Port %3, innerhalb von %4 Sekunden: Starten Sie jeden mit denselben MASTER_ADDR, MASTER_PORT und WORLD_SIZE und mit einem eigenen RANK. (%5)</translation>
    </message>
    <message>
        <source>Another of the %1 processes of this training ended, or did not answer for %2 seconds, so process %3 stops as well; that one says why. Run the same command with --resume to continue. (%4)</source>
        <translation>Ein anderer der %1 Prozesse dieses Trainings ist zu Ende oder hat %2 Sekunden lang nicht geantwortet, also hört auch Prozess %3 auf; jener sagt, warum. Mit demselben Befehl und --resume geht es weiter. (%4)</translation>
    </message>
    <message>
        <source>Several processes cannot train together with this LibTorch, which was built without c10d: run a single process, or build with Debian&apos;s LibTorch and libgloo-dev.</source>
        <translation>Mehrere Prozesse können mit diesem LibTorch, das ohne c10d gebaut wurde, nicht zusammen trainieren: Starten Sie einen einzigen, oder bauen Sie mit Debians LibTorch und libgloo-dev.</translation>
    </message>
    <message>
        <source>The environment variable %1 is &quot;%2&quot;; it must be a whole number from %3 to %4.</source>
        <translation>Die Umgebungsvariable %1 ist „%2“; sie muss eine ganze Zahl von %3 bis %4 sein.</translation>
    </message>
    <message>
        <source>This is one of %1 processes, but %2 is not set: set MASTER_ADDR to the name of the first process&apos;s computer and MASTER_PORT to a free port there.</source>
        <translation>Dies ist einer von %1 Prozessen, aber %2 ist nicht gesetzt: Setzen Sie MASTER_ADDR auf den Namen des Computers des ersten Prozesses und MASTER_PORT auf einen freien Port dort.</translation>
    </message>
    <message>
        <source>This is one of %1 processes, but RANK is not set: set it to 0 for the first and to %2 for the last.</source>
        <translation>Dies ist einer von %1 Prozessen, aber RANK ist nicht gesetzt: Setzen Sie es für den ersten auf 0 und für den letzten auf %2.</translation>
    </message>
    <message>
        <source>This process was started with another %1 than the first one: start all processes with the same command.</source>
        <translation>Dieser Prozess wurde mit einem anderen %1 gestartet als der erste: Starten Sie alle Prozesse mit demselben Befehl.</translation>
    </message>
    <message>
        <source>A part would be told to end as it begins: its limit of %1 is %2 seconds, and it is warned %3 seconds before. Give a longer --time or a smaller --warning.</source>
        <translation>Ein Teil würde schon zu Beginn gewarnt: Seine Grenze von %1 sind %2 Sekunden, gewarnt wird er %3 Sekunden vorher. Geben Sie --time größer oder --warning kleiner an.</translation>
    </message>
    <message>
        <source>An unexpected error occurred: %1</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten: %1</translation>
    </message>
    <message>
        <source>LibTorch reported an error: %1</source>
        <translation>LibTorch meldet einen Fehler: %1</translation>
    </message>
</context>
<context>
    <name>vbs::AboutPage</name>
    <message>
        <source>About VisualBERT Studio</source>
        <translation>Über VisualBERT Studio</translation>
    </message>
    <message>
        <source>VisualBERT Studio %1</source>
        <translation>VisualBERT Studio %1</translation>
    </message>
    <message>
        <source>Ask pictures questions with VisualBERT, and see why.</source>
        <translation>Stellen Sie Bildern Fragen mit VisualBERT und sehen Sie, warum die Antwort so ausfällt.</translation>
    </message>
    <message>
        <source>VisualBERT Studio and its pack picture-book: Apache License 2.0. It stands on Qt (LGPL 3), LibTorch (BSD), OpenCV (Apache 2.0), ICU (Unicode License), nlohmann/json, CLI11 and yaml-cpp (MIT or BSD). Packs that you add have licences of their own.</source>
        <translation>VisualBERT Studio und sein Paket picture-book: Apache-Lizenz 2.0. Es beruht auf Qt (LGPL 3), LibTorch (BSD), OpenCV (Apache 2.0), ICU (Unicode License), nlohmann/json, CLI11 und yaml-cpp (MIT oder BSD). Pakete, die Sie hinzufügen, haben eigene Lizenzen.</translation>
    </message>
    <message>
        <source>&lt;a href=&quot;https://arxiv.org/abs/1908.03557&quot;&gt;VisualBERT, the paper (Li and others, 2019)&lt;/a&gt;</source>
        <translation>&lt;a href=&quot;https://arxiv.org/abs/1908.03557&quot;&gt;VisualBERT, der Fachartikel (Li und andere, 2019)&lt;/a&gt;</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the versions, for a report of a fault</source>
        <translation>Die Versionen für eine Fehlermeldung kopieren</translation>
    </message>
    <message>
        <source>Model pack: %1 (%2)</source>
        <translation>Modellpaket: %1 (%2)</translation>
    </message>
    <message>
        <source>Device: %1, %2; LibTorch %3</source>
        <translation>Gerät: %1, %2; LibTorch %3</translation>
    </message>
    <message>
        <source>Model pack: none</source>
        <translation>Modellpaket: keines</translation>
    </message>
    <message>
        <source>Qt %1; %2 (%3)</source>
        <translation>Qt %1; %2 (%3)</translation>
    </message>
</context>
<context>
    <name>vbs::ActionTable</name>
    <message>
        <source>Take Suggestion 1</source>
        <translation>Vorschlag 1 übernehmen</translation>
    </message>
    <message>
        <source>Take Suggestion 2</source>
        <translation>Vorschlag 2 übernehmen</translation>
    </message>
    <message>
        <source>Take Suggestion 3</source>
        <translation>Vorschlag 3 übernehmen</translation>
    </message>
    <message>
        <source>Take Suggestion 4</source>
        <translation>Vorschlag 4 übernehmen</translation>
    </message>
    <message>
        <source>Take Suggestion 5</source>
        <translation>Vorschlag 5 übernehmen</translation>
    </message>
    <message>
        <source>Take Suggestion 6</source>
        <translation>Vorschlag 6 übernehmen</translation>
    </message>
    <message>
        <source>Take Suggestion 7</source>
        <translation>Vorschlag 7 übernehmen</translation>
    </message>
    <message>
        <source>Take Suggestion 8</source>
        <translation>Vorschlag 8 übernehmen</translation>
    </message>
    <message>
        <source>Take Suggestion 9</source>
        <translation>Vorschlag 9 übernehmen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>&amp;New Review…</source>
        <translation>&amp;Neue Prüfung…</translation>
    </message>
    <message>
        <source>&amp;Open a Review…</source>
        <translation>Prüfung ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a Review on a &amp;Server…</source>
        <translation>Prüfung auf einem &amp;Server öffnen…</translation>
    </message>
    <message>
        <source>&amp;Try a Review</source>
        <translation>Prüfung aus&amp;probieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Carry O&amp;ver to the Changed Data Set…</source>
        <translation>Auf den geänderten &amp;Datensatz übertragen…</translation>
    </message>
    <message>
        <source>&amp;Ask the Model about All Items</source>
        <translation>&amp;Modell zu allen Einträgen befragen</translation>
    </message>
    <message>
        <source>&amp;Pause the Model</source>
        <translation>Modell &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Your Name…</source>
        <translation>&amp;Ihr Name…</translation>
    </message>
    <message>
        <source>&amp;Locate the Pictures…</source>
        <translation>&amp;Bilder suchen…</translation>
    </message>
    <message>
        <source>A&amp;bout This Review…</source>
        <translation>&amp;Über diese Prüfung…</translation>
    </message>
    <message>
        <source>&amp;Close the Review</source>
        <translation>Prüfung sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächster</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Voriger</translation>
    </message>
    <message>
        <source>Next Un&amp;decided</source>
        <translation>Nächster &amp;offener</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Gehe zu…</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>So&amp;rt the Queue Again</source>
        <translation>Wa&amp;rteschlange neu sortieren</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>A&amp;blehnen</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>&amp;Unsicher</translation>
    </message>
    <message>
        <source>&amp;Flag</source>
        <translation>&amp;Vormerken</translation>
    </message>
    <message>
        <source>Und&amp;o</source>
        <translation>Rück&amp;gängig</translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Change the Annotation</source>
        <translation>Annotation &amp;ändern</translation>
    </message>
    <message>
        <source>Change the Te&amp;xt</source>
        <translation>&amp;Text ändern</translation>
    </message>
    <message>
        <source>Co&amp;mment</source>
        <translation>&amp;Kommentieren</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>&amp;Schlagwort</translation>
    </message>
    <message>
        <source>&amp;Draw and Edit Boxes</source>
        <translation>Rahmen &amp;zeichnen und bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Name the Picked Box</source>
        <translation>Gewählten Rahmen be&amp;nennen</translation>
    </message>
    <message>
        <source>Delete the Picked &amp;Box</source>
        <translation>Gewählten Rahmen &amp;löschen</translation>
    </message>
    <message>
        <source>Where the &amp;Model Looks (While Held)</source>
        <translation>Wohin das &amp;Modell sieht (solange gedrückt)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>&amp;Fit the Window</source>
        <translation>Ans &amp;Fenster anpassen</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Keyboard and Mouse</source>
        <translation>&amp;Tastatur und Maus</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>A&amp;ufgabe</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfung</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>&amp;Eintrag</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>Ent&amp;scheiden</translation>
    </message>
    <message>
        <source>&amp;Suggestions</source>
        <translation>&amp;Vorschläge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>O&amp;rdner öffnen…</translation>
    </message>
    <message>
        <source>Open a &amp;Second Picture…</source>
        <translation>&amp;Zweites Bild öffnen…</translation>
    </message>
    <message>
        <source>&amp;Locate the Picture…</source>
        <translation>Bild &amp;suchen…</translation>
    </message>
    <message>
        <source>Open the Sa&amp;mple Picture</source>
        <translation>&amp;Beispielbild öffnen</translation>
    </message>
    <message>
        <source>Re&amp;view Annotations…</source>
        <translation>&amp;Annotationen prüfen…</translation>
    </message>
    <message>
        <source>Save the &amp;Boxes</source>
        <translation>Ra&amp;hmen speichern</translation>
    </message>
    <message>
        <source>Save the Bo&amp;xes As…</source>
        <translation>Rahmen speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Export the &amp;Picture with the Answer…</source>
        <translation>Bild mit Antwort e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export the &amp;Answer…</source>
        <translation>Ant&amp;wort exportieren…</translation>
    </message>
    <message>
        <source>Export the &amp;History…</source>
        <translation>&amp;Verlauf exportieren…</translation>
    </message>
    <message>
        <source>Sho&amp;w the Exported File in Its Folder</source>
        <translation>Exportierte Datei im Ordner anzei&amp;gen</translation>
    </message>
    <message>
        <source>&amp;Clear the History…</source>
        <translation>Verlauf leere&amp;n…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Restore the Remo&amp;ved Card</source>
        <translation>Entfernte &amp;Karte wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Copy Answer</source>
        <translation>&amp;Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy P&amp;icture</source>
        <translation>B&amp;ild kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste Picture</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>De&amp;lete the Picked Box</source>
        <translation>Gewählten Rahmen &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Hide Regions by Clicking</source>
        <translation>Regionen durch Klicken &amp;verbergen</translation>
    </message>
    <message>
        <source>Hide or Show the Picked Regi&amp;on</source>
        <translation>Gewählte Re&amp;gion verbergen oder zeigen</translation>
    </message>
    <message>
        <source>&amp;Show Hidden Regions</source>
        <translation>Verb&amp;orgene Regionen zeigen</translation>
    </message>
    <message>
        <source>S&amp;wap Left and Right</source>
        <translation>Links und rechts &amp;tauschen</translation>
    </message>
    <message>
        <source>&amp;Go to the Question Box</source>
        <translation>Zum &amp;Fragefeld gehen</translation>
    </message>
    <message>
        <source>S&amp;earch the History</source>
        <translation>Verlauf d&amp;urchsuchen</translation>
    </message>
    <message>
        <source>Pr&amp;esent to a Room</source>
        <translation>Vo&amp;rführen</translation>
    </message>
    <message>
        <source>Region &amp;Boxes</source>
        <translation>Regionsra&amp;hmen</translation>
    </message>
    <message>
        <source>Boxes of the &amp;Annotations</source>
        <translation>Rahmen der &amp;Annotationen</translation>
    </message>
    <message>
        <source>&amp;Heatmap</source>
        <translation>Heat&amp;map</translation>
    </message>
    <message>
        <source>&amp;Word Pieces</source>
        <translation>&amp;Wortteile</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Next Picture</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>&amp;Previous Picture</source>
        <translation>&amp;Vorheriges Bild</translation>
    </message>
    <message>
        <source>Find &amp;Regions</source>
        <translation>&amp;Regionen suchen</translation>
    </message>
    <message>
        <source>Find Regions in All Pict&amp;ures</source>
        <translation>Regionen in allen &amp;Bildern suchen</translation>
    </message>
    <message>
        <source>&amp;Back to the Detected Regions</source>
        <translation>&amp;Zurück zu den gefundenen Regionen</translation>
    </message>
    <message>
        <source>Use the Boxes of the &amp;Annotations</source>
        <translation>Rahmen der A&amp;nnotationen verwenden</translation>
    </message>
    <message>
        <source>&amp;Choose a Model Pack…</source>
        <translation>Modellpaket &amp;wählen…</translation>
    </message>
    <message>
        <source>&amp;Open Pack Folder…</source>
        <translation>&amp;Paketordner öffnen…</translation>
    </message>
    <message>
        <source>&amp;Get Models…</source>
        <translation>&amp;Modelle holen…</translation>
    </message>
    <message>
        <source>&amp;Device…</source>
        <translation>&amp;Gerät…</translation>
    </message>
    <message>
        <source>About &amp;This Model…</source>
        <translation>&amp;Über dieses Modell…</translation>
    </message>
    <message>
        <source>Previous &amp;Layer</source>
        <translation>Vorherige S&amp;chicht</translation>
    </message>
    <message>
        <source>Next La&amp;yer</source>
        <translation>Nächste Sc&amp;hicht</translation>
    </message>
    <message>
        <source>Previous &amp;Head</source>
        <translation>Vorheriger &amp;Kopf</translation>
    </message>
    <message>
        <source>Next H&amp;ead</source>
        <translation>Nächster K&amp;opf</translation>
    </message>
    <message>
        <source>&amp;About VisualBERT Studio</source>
        <translation>&amp;Über VisualBERT Studio</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Frage</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>&amp;Auswahl</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suche</translation>
    </message>
    <message>
        <source>Fill &amp;In</source>
        <translation>&amp;Lücken</translation>
    </message>
    <message>
        <source>T&amp;wo Models Side by Side…</source>
        <translation>Zwei Modelle neb&amp;eneinander…</translation>
    </message>
    <message>
        <source>Inside the Model</source>
        <translation>Im Inneren des Modells</translation>
    </message>
    <message>
        <source>&amp;Play a Lesson…</source>
        <translation>Lektion &amp;abspielen…</translation>
    </message>
    <message>
        <source>Save as &amp;Web Page…</source>
        <translation>Als &amp;Webseite speichern…</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>&amp;New Lesson</source>
        <translation>&amp;Neue Lektion</translation>
    </message>
    <message>
        <source>&amp;Open to Edit…</source>
        <translation>Zum Bearbeiten ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Add This View</source>
        <translation>Diese Ansicht &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Show the &amp;Recorder</source>
        <translation>&amp;Rekorder zeigen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save as a &amp;Folder…</source>
        <translation>Als &amp;Ordner speichern…</translation>
    </message>
    <message>
        <source>&amp;Preview from This Step</source>
        <translation>&amp;Vorschau ab diesem Schritt</translation>
    </message>
    <message>
        <source>Check against the &amp;Model</source>
        <translation>Mit dem &amp;Modell vergleichen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Insert a &amp;Text Step</source>
        <translation>&amp;Textschritt einfügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>Ver&amp;doppeln</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Previous Step</source>
        <translation>&amp;Vorheriger Schritt</translation>
    </message>
    <message>
        <source>&amp;Next Step</source>
        <translation>&amp;Nächster Schritt</translation>
    </message>
    <message>
        <source>Take &amp;from the Window</source>
        <translation>Aus dem &amp;Fenster übernehmen</translation>
    </message>
    <message>
        <source>&amp;Show in the Window</source>
        <translation>Im Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Record Again</source>
        <translation>Neu aufzei&amp;chnen</translation>
    </message>
    <message>
        <source>Re&amp;cord All</source>
        <translation>All&amp;e aufzeichnen</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>&amp;Lektion</translation>
    </message>
    <message>
        <source>Ste&amp;p</source>
        <translation>Sch&amp;ritt</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
</context>
<context>
    <name>vbs::ActsView</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, which settles it</source>
        <translation>%1 – das entscheidet</translation>
    </message>
    <message>
        <source>%1 (not sent yet)</source>
        <translation>%1 (noch nicht gesendet)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Comment on the item</source>
        <translation>Kommentar zum Eintrag</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>vbs::AnswerBarText</name>
    <message>
        <source>no region is named so</source>
        <translation>keine Region heißt so</translation>
    </message>
    <message>
        <source>hiding no region matters to it</source>
        <translation>kein Verbergen einer Region wirkt sich aus</translation>
    </message>
    <message>
        <source>not in this picture</source>
        <translation>nicht in diesem Bild</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>false</source>
        <translation>falsch</translation>
    </message>
</context>
<context>
    <name>vbs::AnswerBarsText</name>
    <message>
        <source>It fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>Without the pictures the model would say the same: %1 (%2).</source>
        <translation>Ohne die Bilder sagte das Modell dasselbe: %1 (%2).</translation>
    </message>
    <message>
        <source>Without the picture the model would say the same: %1 (%2).</source>
        <translation>Ohne das Bild sagte das Modell dasselbe: %1 (%2).</translation>
    </message>
    <message>
        <source>The pictures changed the answer from %1 (%2) to %3.</source>
        <translation>Die Bilder haben die Antwort von %1 (%2) in %3 geändert.</translation>
    </message>
    <message>
        <source>The picture changed the answer from %1 (%2) to %3.</source>
        <translation>Das Bild hat die Antwort von %1 (%2) in %3 geändert.</translation>
    </message>
    <message>
        <source>The model sees no %1 here: the answer is a guess.</source>
        <translation>Das Modell sieht hier kein %1: Die Antwort ist geraten.</translation>
    </message>
    <message>
        <source> and no </source>
        <translation> und kein </translation>
    </message>
</context>
<context>
    <name>vbs::AnswerModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1, before hiding %2</source>
        <translation>%1, vor dem Verbergen %2</translation>
    </message>
    <message>
        <source>%1, from the text alone %2</source>
        <translation>%1, nur aus dem Text %2</translation>
    </message>
    <message>
        <source>%1: probability %L2</source>
        <translation>%1: Wahrscheinlichkeit %L2</translation>
    </message>
    <message>
        <source>Before hiding: %L1</source>
        <translation>Vor dem Verbergen: %L1</translation>
    </message>
    <message>
        <source>From the text alone: %L1</source>
        <translation>Nur aus dem Text: %L1</translation>
    </message>
    <message>
        <source>Click to see why this one</source>
        <translation>Klicken Sie, um zu sehen, warum gerade diese</translation>
    </message>
</context>
<context>
    <name>vbs::AnswerWeightsText</name>
    <message>
        <source>“%1”: where it is</source>
        <translation>„%1“: wo es ist</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Übereinstimmung</translation>
    </message>
</context>
<context>
    <name>vbs::AnswersEditor</name>
    <message>
        <source>Annotated answers</source>
        <translation>Annotierte Antworten</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>A line for each person who answered</source>
        <translation>Eine Zeile für jede Person, die geantwortet hat</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammengefasst</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>vbs::AppSettings</name>
    <message>
        <source>The window&apos;s language: system, en or de.</source>
        <translation>Die Sprache des Fensters: system, en oder de.</translation>
    </message>
    <message>
        <source>The window&apos;s colors: system, light or dark.</source>
        <translation>Die Farben des Fensters: system, light oder dark.</translation>
    </message>
    <message>
        <source>The size of the window&apos;s texts, in per cent.</source>
        <translation>Die Größe der Texte im Fenster, in Prozent.</translation>
    </message>
    <message>
        <source>Whether region boxes are drawn.</source>
        <translation>Ob Regionsrahmen gezeichnet werden.</translation>
    </message>
    <message>
        <source>Whether the boxes of the file beside the picture are drawn.</source>
        <translation>Ob die Rahmen der Datei neben dem Bild gezeichnet werden.</translation>
    </message>
    <message>
        <source>Whether the heatmap is drawn.</source>
        <translation>Ob die Heatmap gezeichnet wird.</translation>
    </message>
    <message>
        <source>How opaque the heatmap is, in per cent.</source>
        <translation>Wie deckend die Heatmap ist, in Prozent.</translation>
    </message>
    <message>
        <source>How the heatmap is drawn: dim, frames or map.</source>
        <translation>Wie die Heatmap gezeichnet wird: dim, frames oder map.</translation>
    </message>
    <message>
        <source>Whether 100 % is drawn strongest, instead of the greatest share.</source>
        <translation>Ob 100 % am stärksten gezeichnet wird statt des größten Anteils.</translation>
    </message>
    <message>
        <source>Whether texts are shown in the model&apos;s word pieces.</source>
        <translation>Ob Texte in den Wortteilen des Modells gezeigt werden.</translation>
    </message>
    <message>
        <source>Whether the history is grouped by picture.</source>
        <translation>Ob der Verlauf nach Bildern gruppiert ist.</translation>
    </message>
    <message>
        <source>The text in the window when it was closed; the next start shows it again.</source>
        <translation>Der Text, der beim Schließen im Fenster stand; der nächste Start zeigt ihn wieder.</translation>
    </message>
    <message>
        <source>The task the window starts with; not set: the pack&apos;s first.</source>
        <translation>Die Aufgabe, mit der das Fenster beginnt; ohne Angabe: die erste des Pakets.</translation>
    </message>
    <message>
        <source>The folder of the model pack chosen last; not set: the shipped one.</source>
        <translation>Der Ordner des zuletzt gewählten Modellpakets; ohne Angabe: das mitgelieferte.</translation>
    </message>
    <message>
        <source>What the network computes in: float32 or bfloat16; not set: float32.</source>
        <translation>Worin das Netz rechnet: float32 oder bfloat16; ohne Angabe: float32.</translation>
    </message>
    <message>
        <source>How many threads compute; 0: as many as there are cores.</source>
        <translation>Wie viele Threads rechnen; 0: so viele, wie es Kerne gibt.</translation>
    </message>
    <message>
        <source>How answers are explained; not set: the program&apos;s choice.</source>
        <translation>Wie Antworten erklärt werden; ohne Angabe: nach Wahl des Programms.</translation>
    </message>
    <message>
        <source>The layer explained, counted from 0; -1: the mean of all.</source>
        <translation>Die erklärte Schicht, von 0 an gezählt; -1: der Mittelwert aller.</translation>
    </message>
    <message>
        <source>The attention head explained, counted from 0; -1: the mean of all.</source>
        <translation>Der erklärte Aufmerksamkeitskopf, von 0 an gezählt; -1: der Mittelwert aller.</translation>
    </message>
    <message>
        <source>Whether packs without a model for phrases find them by hiding regions, not by names.</source>
        <translation>Ob Pakete ohne Modell für Wortgruppen diese durch Verbergen von Regionen suchen statt nach Namen.</translation>
    </message>
    <message>
        <source>The pictures opened last, latest first.</source>
        <translation>Die zuletzt geöffneten Bilder, das neueste zuerst.</translation>
    </message>
    <message>
        <source>The folder in which the next file dialog starts.</source>
        <translation>Der Ordner, in dem der nächste Dateidialog beginnt.</translation>
    </message>
    <message>
        <source>Under which name decisions of reviews are kept; not set: the login&apos;s.</source>
        <translation>Unter welchem Namen Entscheidungen in Prüfungen aufbewahrt werden; ohne Angabe: unter dem Anmeldenamen.</translation>
    </message>
    <message>
        <source>The reviews opened last, latest first.</source>
        <translation>Die zuletzt geöffneten Prüfungen, die neueste zuerst.</translation>
    </message>
    <message>
        <source>The review window&apos;s place and size.</source>
        <translation>Ort und Größe des Prüfungsfensters.</translation>
    </message>
    <message>
        <source>Where the review window&apos;s panels are.</source>
        <translation>Wo die Bereiche des Prüfungsfensters liegen.</translation>
    </message>
    <message>
        <source>The keys that you gave to actions, as action=key; key. Every other action has its standard keys.</source>
        <translation>Die Tasten, die Sie Aktionen gegeben haben, als Aktion=Taste; Taste. Jede andere Aktion hat ihre Standardtasten.</translation>
    </message>
    <message>
        <source>The window&apos;s place and size.</source>
        <translation>Ort und Größe des Fensters.</translation>
    </message>
    <message>
        <source>Where the window&apos;s panels are.</source>
        <translation>Wo die Bereiche des Fensters liegen.</translation>
    </message>
    <message>
        <source>The version of the program&apos;s panels that the layout fits.</source>
        <translation>Die Version der Programmbereiche, zu der die Anordnung passt.</translation>
    </message>
    <message>
        <source>Under which name answers to lessons are kept; it may be empty.</source>
        <translation>Unter welchem Namen Antworten zu Lektionen aufbewahrt werden; er darf leer sein.</translation>
    </message>
</context>
<context>
    <name>vbs::AskPanel</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Ask a question about the picture</source>
        <translation>Eine Frage zum Bild stellen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Open a picture, then ask a question about it.</source>
        <translation>Öffnen Sie ein Bild und stellen Sie dann eine Frage dazu.</translation>
    </message>
    <message>
        <source>Type a question, or choose one of these.</source>
        <translation>Geben Sie eine Frage ein oder wählen Sie eine von diesen.</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
</context>
<context>
    <name>vbs::BoxKeeper</name>
    <message>
        <source>The boxes that you made on this picture cannot be read. %1</source>
        <translation>Die Rahmen, die Sie auf diesem Bild angelegt haben, können nicht gelesen werden. %1</translation>
    </message>
</context>
<context>
    <name>vbs::BoxTool</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>vbs::BoxesEditor</name>
    <message>
        <source>Annotated phrases or boxes</source>
        <translation>Annotierte Wortgruppen oder Rahmen</translation>
    </message>
    <message>
        <source>%1 · %2 × %3</source>
        <translation>%1 · %2 × %3</translation>
    </message>
    <message>
        <source>%1 · %2 · %3. Dashed: what the detector sees otherwise.</source>
        <translation>%1 · %2 · %3. Gestrichelt: was der Detektor sonst sieht.</translation>
    </message>
    <message>
        <source>Draw and edit</source>
        <translation>Zeichnen und bearbeiten</translation>
    </message>
    <message>
        <source>name</source>
        <translation>benennen</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>no box</source>
        <translation>kein Rahmen</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n Rahmen</numerusform>
            <numerusform>%n Rahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 boxes of the picked phrase. Dashed: where the model sees it.</source>
        <translation>%1: Rahmen der gewählten Wortgruppe. Gestrichelt: wo das Modell sie sieht.</translation>
    </message>
</context>
<context>
    <name>vbs::BridgeText</name>
    <message>
        <source>&lt;1 %</source>
        <translation>&lt;1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%L1 s</source>
        <translation>%L1 s</translation>
    </message>
</context>
<context>
    <name>vbs::CanvasNoticeOverlay</name>
    <message>
        <source>Drag: draw · click: change · Esc: done</source>
        <translation>Ziehen: zeichnen · Klicken: ändern · Esc: fertig</translation>
    </message>
    <message>
        <source>Drag: draw · click: change · %1: name · Esc: done</source>
        <translation>Ziehen: zeichnen · Klicken: ändern · %1: benennen · Esc: fertig</translation>
    </message>
    <message>
        <source>Click a region to hide it, click again to show it</source>
        <translation>Klicken Sie auf eine Region, um sie zu verbergen; ein weiterer Klick zeigt sie wieder</translation>
    </message>
    <message>
        <source>Click a region to hide it, click again to show it · %1: show all</source>
        <translation>Klicken Sie auf eine Region, um sie zu verbergen; ein weiterer Klick zeigt sie wieder · %1: alle zeigen</translation>
    </message>
</context>
<context>
    <name>vbs::CanvasPanel</name>
    <message>
        <source>Right picture</source>
        <translation>Rechtes Bild</translation>
    </message>
</context>
<context>
    <name>vbs::CarryOverDialog</name>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Carry &amp;Over</source>
        <translation>&amp;Übertragen</translation>
    </message>
    <message>
        <source>Carry the Review Over</source>
        <translation>Prüfung übertragen</translation>
    </message>
    <message>
        <source>Cancelled: no new project was made.</source>
        <translation>Abgebrochen: Es wurde kein neues Projekt angelegt.</translation>
    </message>
    <message>
        <source>A new project is made of the data set as it is now. Items are matched by their names. Where the question, the pictures or the annotation changed, an item is undecided again; everything else keeps its decisions, tags, flags and comments. The project that is open stays as it is.</source>
        <translation>Aus dem Datensatz, wie er jetzt ist, wird ein neues Projekt angelegt. Einträge werden nach ihren Namen zugeordnet. Wo sich die Frage, die Bilder oder die Annotation geändert haben, ist ein Eintrag wieder offen; alles andere behält seine Entscheidungen, Schlagwörter, Vormerkungen und Kommentare. Das geöffnete Projekt bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>New &amp;project:</source>
        <translation>Neues &amp;Projekt:</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Review projects (*%1)</source>
        <translation>Prüfprojekte (*%1)</translation>
    </message>
    <message>
        <source>The items concerned</source>
        <translation>Die betroffenen Einträge</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>Das Projekt wird geöffnet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>vbs::CarryText</name>
    <message>
        <source>%1 (was %2)</source>
        <translation>%1 (vorher %2)</translation>
    </message>
    <message>
        <source>    and %1 more</source>
        <translation>    und %1 weitere</translation>
    </message>
    <message>
        <source>The new project has %1, %2 of them as they were.</source>
        <translation>Das neue Projekt hat %1, davon %2 wie bisher.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are now as their reviewers had corrected them, and stay accepted.</source>
        <translation>
            <numerusform>%Ln ist nun so, wie es die Prüfenden korrigiert hatten, und bleibt angenommen.</numerusform>
            <numerusform>%Ln sind nun so, wie es die Prüfenden korrigiert hatten, und bleiben angenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have changed: they are undecided again, with the tag “data set changed”.</source>
        <translation>
            <numerusform>%Ln hat sich geändert: Er ist wieder offen und trägt das Schlagwort „data set changed“.</numerusform>
            <numerusform>%Ln haben sich geändert: Sie sind wieder offen und tragen das Schlagwort „data set changed“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are new.</source>
        <translation>
            <numerusform>%Ln ist neu.</numerusform>
            <numerusform>%Ln sind neu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are gone.</source>
        <translation>
            <numerusform>%Ln ist weggefallen.</numerusform>
            <numerusform>%Ln sind weggefallen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) on items that are gone are in the old project only.</source>
        <translation>
            <numerusform>%Ln Handlung an einem weggefallenen Eintrag steht nur im alten Projekt.</numerusform>
            <numerusform>%Ln Handlungen an weggefallenen Einträgen stehen nur im alten Projekt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) of models were about something else.</source>
        <translation>
            <numerusform>%Ln Modellantwort betraf etwas anderes.</numerusform>
            <numerusform>%Ln Modellantworten betrafen etwas anderes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed, and undecided again:</source>
        <translation>Geändert und wieder offen:</translation>
    </message>
    <message>
        <source>As their reviewers had corrected them:</source>
        <translation>So, wie es die Prüfenden korrigiert hatten:</translation>
    </message>
    <message>
        <source>New:</source>
        <translation>Neu:</translation>
    </message>
    <message>
        <source>Gone:</source>
        <translation>Weggefallen:</translation>
    </message>
</context>
<context>
    <name>vbs::ChipRow</name>
    <message>
        <source>Words and regions in the order in which the network sees them</source>
        <translation>Wörter und Regionen in der Reihenfolge, in der das Netz sie sieht</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Chosen: %1. Most attention: %2.</source>
        <translation>Gewählt: %1. Die meiste Aufmerksamkeit: %2.</translation>
    </message>
    <message>
        <source>The answer is read from here.</source>
        <translation>Von hier wird die Antwort abgelesen.</translation>
    </message>
    <message>
        <source>Share: %1</source>
        <translation>Anteil: %1</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>Rechtes Bild</translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation>Linkes Bild</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>vbs::ChoiceList</name>
    <message>
        <source>Add a Choice</source>
        <translation>Möglichkeit hinzufügen</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Antwortmöglichkeiten</translation>
    </message>
    <message>
        <source>At most eight choices are possible.</source>
        <translation>Höchstens acht Antwortmöglichkeiten sind erlaubt.</translation>
    </message>
</context>
<context>
    <name>vbs::ChoiceRow</name>
    <message>
        <source>Drag to move this choice (Alt+Up and Alt+Down in its text)</source>
        <translation>Ziehen Sie, um diese Möglichkeit zu verschieben (Alt+Auf und Alt+Ab in ihrem Text)</translation>
    </message>
    <message>
        <source>Choice %1</source>
        <translation>Möglichkeit %1</translation>
    </message>
    <message>
        <source>Remove choice %1</source>
        <translation>Möglichkeit %1 entfernen</translation>
    </message>
    <message>
        <source>Remove this choice (Alt+Delete in its text)</source>
        <translation>Diese Möglichkeit entfernen (Alt+Entf in ihrem Text)</translation>
    </message>
    <message>
        <source>At least two choices are needed.</source>
        <translation>Mindestens zwei Antwortmöglichkeiten sind nötig.</translation>
    </message>
    <message>
        <source>%1: probability %L2
Click to see why this one</source>
        <translation>%1: Wahrscheinlichkeit %L2
Klicken Sie, um zu sehen, warum gerade diese</translation>
    </message>
</context>
<context>
    <name>vbs::ChoosePanel</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Question (optional)</source>
        <translation>Frage (freiwillig)</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Antwortmöglichkeiten</translation>
    </message>
</context>
<context>
    <name>vbs::ComparePanel</name>
    <message>
        <source>Statement</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>Make a statement about both pictures, e.g. “Both show a ball.”</source>
        <translation>Machen Sie eine Aussage über beide Bilder, z. B. „Both show a ball.“</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Second Picture…</source>
        <translation>Zweites Bild…</translation>
    </message>
    <message>
        <source>Open the picture on the right; one can be dropped there, too</source>
        <translation>Das rechte Bild öffnen; Sie können auch eines hierher ziehen</translation>
    </message>
    <message>
        <source>Swap the two pictures</source>
        <translation>Die beiden Bilder tauschen</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Wahr</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Open a second picture, or drop one on the right.</source>
        <translation>Öffnen Sie ein zweites Bild oder ziehen Sie eines nach rechts.</translation>
    </message>
</context>
<context>
    <name>vbs::ComparedCanvas</name>
    <message>
        <source>Open a picture in the main window.</source>
        <translation>Öffnen Sie ein Bild im Hauptfenster.</translation>
    </message>
</context>
<context>
    <name>vbs::CurvesPage</name>
    <message>
        <source>An explanation that names what the answer hangs on makes it fall early when its first regions are hidden.</source>
        <translation>Nennt eine Erklärung das, woran die Antwort hängt, so fällt die Antwort früh, wenn ihre ersten Regionen verborgen werden.</translation>
    </message>
    <message>
        <source>Draw the Curves</source>
        <translation>Kurven zeichnen</translation>
    </message>
    <message>
        <source>Find has an answer for each phrase; these curves need a task with a single answer.</source>
        <translation>Die Suche hat für jede Wortgruppe eine Antwort; diese Kurven brauchen eine Aufgabe mit einer einzigen.</translation>
    </message>
    <message>
        <source>Which explanation deserves trust? Regions are hidden in the order of each, and the answer should change sooner than in a random order.</source>
        <translation>Welche Erklärung verdient Vertrauen? Regionen werden in der Reihenfolge jeder Erklärung verborgen, und die Antwort sollte sich eher ändern als bei zufälliger Reihenfolge.</translation>
    </message>
    <message>
        <source>Asking the model again and again with regions hidden.</source>
        <translation>Das Modell wird wieder und wieder mit verborgenen Regionen gefragt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Drawing the curves was cancelled.</source>
        <translation>Das Zeichnen der Kurven wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Order of hiding</source>
        <translation>Reihenfolge des Verbergens</translation>
    </message>
</context>
<context>
    <name>vbs::CurvesPlot</name>
    <message>
        <source>attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>occlusion</source>
        <translation>Verdeckung</translation>
    </message>
    <message>
        <source>random order</source>
        <translation>zufällige Reihenfolge</translation>
    </message>
    <message>
        <source>Order of hiding</source>
        <translation>Reihenfolge des Verbergens</translation>
    </message>
    <message>
        <source>This is one question and one random order: a hint, no proof.</source>
        <translation>Das ist eine einzige Frage mit einer einzigen zufälligen Reihenfolge: ein Hinweis, kein Beweis.</translation>
    </message>
    <message>
        <source>No explanation orders the regions better than chance here, so for this answer none deserves trust.</source>
        <translation>Keine Erklärung ordnet die Regionen hier besser als der Zufall, also verdient bei dieser Antwort keine Vertrauen.</translation>
    </message>
    <message>
        <source>Hiding its first regions takes the answer away soonest, and showing them brings it back soonest.</source>
        <translation>Werden ihre ersten Regionen verborgen, so fällt die Antwort am ehesten; werden sie gezeigt, so kommt sie am ehesten zurück.</translation>
    </message>
    <message>
        <source>For this answer %1 deserves most trust.</source>
        <translation>Bei dieser Antwort verdient %1 das meiste Vertrauen.</translation>
    </message>
    <message>
        <source>For this answer %1 and %2 deserve most trust, by about as much.</source>
        <translation>Bei dieser Antwort verdienen %1 und %2 das meiste Vertrauen, etwa gleich viel.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Regions hidden, or shown</source>
        <translation>Verborgene oder gezeigte Regionen</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>%1 of %2 regions</source>
        <translation>%1 von %2 Regionen</translation>
    </message>
    <message>
        <source>Area below the curve</source>
        <translation>Fläche unter der Kurve</translation>
    </message>
    <message>
        <source>hidden / shown</source>
        <translation>verborgen / gezeigt</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Hidden one by one</source>
        <translation>Eine nach der anderen verborgen</translation>
    </message>
    <message>
        <source>Shown one by one, and nothing else</source>
        <translation>Eine nach der anderen gezeigt, und sonst nichts</translation>
    </message>
</context>
<context>
    <name>vbs::DatasetDiffPage</name>
    <message>
        <source>%1 % (95 % interval: %2 to %3)</source>
        <translation>%1 % (95-%-Intervall: %2 bis %3)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>Both models answer %n example(s); they say the same to %1 of them (%2).</source>
        <translation>
            <numerusform>Beide Modelle beantworten %n Beispiel; bei %1 davon sagen sie dasselbe (%2).</numerusform>
            <numerusform>Beide Modelle beantworten %n Beispiele; bei %1 davon sagen sie dasselbe (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Accuracy of the first: %1; of the second: %2; the second is better by %3.</source>
        <translation>Genauigkeit des ersten: %1; des zweiten: %2; das zweite ist um so viel besser: %3.</translation>
    </message>
    <message>
        <source>Both are right: %1. Only the first: %2. Only the second: %3. Neither: %4. If both were equally good, a division as uneven as this would come about by chance with a probability of %5 (McNemar’s exact test).</source>
        <translation>Beide haben recht: %1. Nur das erste: %2. Nur das zweite: %3. Keines: %4. Wären beide gleich gut, so ergäbe sich eine so ungleiche Aufteilung zufällig mit einer Wahrscheinlichkeit von %5 (exakter Test nach McNemar).</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) could not be asked; the first: %1</source>
        <translation>
            <numerusform>%n Beispiel konnte nicht gefragt werden: %1</numerusform>
            <numerusform>%n Beispiele konnten nicht gefragt werden; das erste: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Compare on the Data Set</source>
        <translation>Am Datensatz vergleichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
    <message>
        <source>Ask Both</source>
        <translation>Beide fragen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Examples on which the models differ</source>
        <translation>Beispiele, bei denen die Modelle sich unterscheiden</translation>
    </message>
    <message>
        <source>Questions, statements or sentences with what is right: a file or folder</source>
        <translation>Fragen, Aussagen oder Sätze mit dem, was richtig ist: eine Datei oder ein Ordner</translation>
    </message>
    <message>
        <source>Where they are kept apart from the questions</source>
        <translation>Wo sie getrennt von den Fragen liegen</translation>
    </message>
    <message>
        <source>Data &amp;set:</source>
        <translation>Daten&amp;satz:</translation>
    </message>
    <message>
        <source>&amp;Annotations:</source>
        <translation>&amp;Annotationen:</translation>
    </message>
    <message>
        <source>&amp;Pictures:</source>
        <translation>&amp;Bilder:</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Choose a Data Set</source>
        <translation>Datensatz wählen</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Choose the Data Set’s Annotations</source>
        <translation>Annotationen des Datensatzes wählen</translation>
    </message>
    <message>
        <source>Choose a second model first, on the page of the question.</source>
        <translation>Wählen Sie zuerst auf der Seite der Frage ein zweites Modell.</translation>
    </message>
    <message>
        <source>Asking both models</source>
        <translation>Beide Modelle werden gefragt</translation>
    </message>
    <message>
        <source>Export the Differences</source>
        <translation>Unterschiede exportieren</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>vbs::DatasetPreview</name>
    <message>
        <source>The first item</source>
        <translation>Der erste Eintrag</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>kein Bild</translation>
    </message>
    <message>
        <source>What is wrong with items</source>
        <translation>Was an Einträgen nicht stimmt</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 about %Ln picture(s)</source>
        <translation>
            <numerusform>%1: %2 zu %Ln Bild</numerusform>
            <numerusform>%1: %2 zu %Ln Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>1 item can be reviewed as text only, without its picture.</source>
        <translation>1 Eintrag lässt sich nur als Text prüfen, ohne sein Bild.</translation>
    </message>
    <message>
        <source>%1 can be reviewed as text only, without their pictures.</source>
        <translation>%1 lassen sich nur als Text prüfen, ohne ihre Bilder.</translation>
    </message>
    <message>
        <source>The first of them:</source>
        <translation>Die ersten davon:</translation>
    </message>
    <message>
        <source>Without an annotation</source>
        <translation>Ohne Annotation</translation>
    </message>
    <message>
        <source>Annotated: %1</source>
        <translation>Annotiert: %1</translation>
    </message>
    <message>
        <source>The first item&apos;s picture</source>
        <translation>Das Bild des ersten Eintrags</translation>
    </message>
</context>
<context>
    <name>vbs::DateText</name>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>vbs::DeviceBench</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>vbs::DevicePage</name>
    <message>
        <source>%1 in all.</source>
        <translation>%1 insgesamt.</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>Nicht bekannt.</translation>
    </message>
    <message>
        <source>The weights of “%1” take %2 of it.</source>
        <translation>Die Gewichte von „%1“ belegen davon %2.</translation>
    </message>
    <message>
        <source>%1; regions in float32, since bfloat16 is slower on this processor</source>
        <translation>%1; Regionen in float32, weil bfloat16 auf diesem Prozessor langsamer ist</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Not known until a model pack is loaded.</source>
        <translation>Erst bekannt, wenn ein Modellpaket geladen ist.</translation>
    </message>
    <message numerus="yes">
        <source>The processor, %n thread(s)</source>
        <translation>
            <numerusform>Der Prozessor, %n Thread</numerusform>
            <numerusform>Der Prozessor, %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>For an NVIDIA GPU the program is built with a LibTorch that has CUDA: start it with ./run.sh --torch DIR, or --torch python to take the one of an installed PyTorch.</source>
        <translation>Für eine NVIDIA-GPU wird das Programm mit einem LibTorch gebaut, das CUDA kann: Starten Sie es mit ./run.sh --torch DIR, oder mit --torch python, um das eines installierten PyTorch zu nehmen.</translation>
    </message>
    <message>
        <source>float32 (the published numbers)</source>
        <translation>float32 (die veröffentlichten Zahlen)</translation>
    </message>
    <message>
        <source>bfloat16 (faster where the processor has it; rounded)</source>
        <translation>bfloat16 (schneller, wo der Prozessor es kann; gerundet)</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Alle Kerne</translation>
    </message>
    <message>
        <source>Compute in</source>
        <translation>Rechnen in</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Both take effect at the next start of the program; --precision and --threads on the command line come before them.</source>
        <translation>Beides gilt ab dem nächsten Start des Programms; --precision und --threads auf der Befehlszeile gehen vor.</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Was gemessen wurde</translation>
    </message>
    <message>
        <source>Measures a network of full size with made-up weights: answers for 36 and 100 regions, and finding the regions of a photo, in both precisions. It takes about two minutes, in which answers come more slowly.</source>
        <translation>Misst ein Netz in voller Größe mit erfundenen Gewichten: Antworten für 36 und 100 Regionen und die Regionensuche in einem Foto, beides in beiden Genauigkeiten. Das dauert etwa zwei Minuten, in denen Antworten langsamer kommen.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Measure This Machine</source>
        <translation>Diesen Rechner messen</translation>
    </message>
</context>
<context>
    <name>vbs::DifferingModel</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>das erste</translation>
    </message>
    <message>
        <source>the second</source>
        <translation>das zweite</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <source>First model</source>
        <translation>Erstes Modell</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Zweites Modell</translation>
    </message>
    <message>
        <source>Who is right</source>
        <translation>Wer recht hat</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
</context>
<context>
    <name>vbs::DraftKeeper</name>
    <message>
        <source>No automatic copy of the lesson can be kept, so save it soon. %1</source>
        <translation>Von der Lektion kann keine automatische Kopie aufbewahrt werden, speichern Sie sie also bald. %1</translation>
    </message>
    <message>
        <source>No automatic copy of the lesson can be kept in %1, so save it soon.</source>
        <translation>In %1 kann keine automatische Kopie der Lektion aufbewahrt werden, speichern Sie sie also bald.</translation>
    </message>
</context>
<context>
    <name>vbs::DraftText</name>
    <message>
        <source>The step has no title: write one above its text.</source>
        <translation>Der Schritt hat keinen Titel: Schreiben Sie einen über den Text.</translation>
    </message>
    <message>
        <source>The step is empty: write a text, or take a view from the window.</source>
        <translation>Der Schritt ist leer: Schreiben Sie einen Text, oder übernehmen Sie eine Ansicht aus dem Fenster.</translation>
    </message>
    <message>
        <source>What the model says is not recorded yet: press Record Again.</source>
        <translation>Was das Modell sagt, ist noch nicht aufgezeichnet: Klicken Sie auf „Neu aufzeichnen“.</translation>
    </message>
    <message>
        <source>The question was changed since it was recorded: press Record Again.</source>
        <translation>Die Frage wurde seit der Aufzeichnung geändert: Klicken Sie auf „Neu aufzeichnen“.</translation>
    </message>
    <message>
        <source>The lesson has no title: give it one.</source>
        <translation>Die Lektion hat keinen Titel: Geben Sie ihr einen.</translation>
    </message>
    <message>
        <source>The lesson has no steps yet.</source>
        <translation>Die Lektion hat noch keine Schritte.</translation>
    </message>
    <message>
        <source>The steps were recorded with different models: press Record All.</source>
        <translation>Die Schritte wurden mit verschiedenen Modellen aufgezeichnet: Klicken Sie auf „Alle aufzeichnen“.</translation>
    </message>
    <message>
        <source>The lesson</source>
        <translation>Die Lektion</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Step %1 (%2)</source>
        <translation>Schritt %1 (%2)</translation>
    </message>
</context>
<context>
    <name>vbs::EmptyPage</name>
    <message>
        <source>Open Picture…</source>
        <translation>Bild öffnen…</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Or try a review of annotations</source>
        <translation>Oder eine Prüfung von Annotationen ausprobieren</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>Ziehen Sie ein Bild hierher</translation>
    </message>
    <message>
        <source>or open one, paste one, or open a folder. Then ask a question about it.</source>
        <translation>oder öffnen Sie eines, fügen Sie eines ein oder öffnen Sie einen Ordner. Stellen Sie dann eine Frage dazu.</translation>
    </message>
    <message>
        <source>or open one, paste one with %1, or open a folder. Then ask a question about it.</source>
        <translation>oder öffnen Sie eines, fügen Sie eines mit %1 ein oder öffnen Sie einen Ordner. Stellen Sie dann eine Frage dazu.</translation>
    </message>
    <message>
        <source>Drop a second picture here</source>
        <translation>Ziehen Sie ein zweites Bild hierher</translation>
    </message>
    <message>
        <source>or open one. The statement is about both.</source>
        <translation>oder öffnen Sie eines. Die Aussage betrifft beide.</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Open another picture or a folder.</source>
        <translation>Öffnen Sie ein anderes Bild oder einen Ordner.</translation>
    </message>
    <message>
        <source>Open another picture, or go on with %1.</source>
        <translation>Öffnen Sie ein anderes Bild oder arbeiten Sie mit %1 weiter.</translation>
    </message>
</context>
<context>
    <name>vbs::ExplanationText</name>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>all heads</source>
        <translation>alle Köpfe</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Regions together %1, words %2</source>
        <translation>Regionen zusammen %1, Wörter %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Left regions %1, right %2, words %3</source>
        <translation>Linke Regionen %1, rechte %2, Wörter %3</translation>
    </message>
    <message>
        <source>Seen from the word piece “%1”</source>
        <translation>Vom Wortteil „%1“ aus gesehen</translation>
    </message>
</context>
<context>
    <name>vbs::Export</name>
    <message>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>JSON document (*.json)</source>
        <translation>JSON-Dokument (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>HTML report (*.html)</source>
        <translation>HTML-Bericht (*.html)</translation>
    </message>
</context>
<context>
    <name>vbs::ExportReviewDialog</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>&amp;List of changes:</source>
        <translation>&amp;Änderungsliste:</translation>
    </message>
    <message>
        <source>What was changed, rejected or left open, for other programs</source>
        <translation>Was geändert, abgelehnt oder offen gelassen wurde, für andere Programme</translation>
    </message>
    <message>
        <source>&amp;Report:</source>
        <translation>&amp;Bericht:</translation>
    </message>
    <message>
        <source>A page for people: figures, and every change with its picture</source>
        <translation>Eine Seite für Menschen: Kennzahlen und jede Änderung mit ihrem Bild</translation>
    </message>
    <message>
        <source>&amp;Model&apos;s answers:</source>
        <translation>&amp;Modellantworten:</translation>
    </message>
    <message>
        <source>As the challenge takes and measures them</source>
        <translation>So, wie der Wettbewerb sie entgegennimmt und misst</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Im &amp;Ordner anzeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Export the Reviewed Data Set</source>
        <translation>Geprüften Datensatz exportieren</translation>
    </message>
    <message>
        <source>Items:</source>
        <translation>Einträge:</translation>
    </message>
    <message>
        <source>&amp;Data set:</source>
        <translation>&amp;Datensatz:</translation>
    </message>
    <message>
        <source>&amp;Annotations:</source>
        <translation>&amp;Annotationen:</translation>
    </message>
    <message>
        <source>The data set is written in its own format, and only what was corrected differs. The files under review are never written to.</source>
        <translation>Der Datensatz wird in seinem eigenen Format geschrieben, und nur Korrigiertes weicht ab. In die geprüften Dateien wird niemals geschrieben.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1-Dateien (*.%2)</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>Exportieren: %1</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON document (*.json)</source>
        <translation>JSON-Dokument (*.json)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>No model was asked about the items yet.</source>
        <translation>Zu den Einträgen wurde noch kein Modell befragt.</translation>
    </message>
    <message>
        <source>Looking at what is there</source>
        <translation>Es wird nachgesehen, was vorhanden ist</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%1 exist(s) already. Replace?</source>
        <comment>%n is the number of files; it is not named</comment>
        <translation>
            <numerusform>%1 ist schon vorhanden. Soll die Datei ersetzt werden?</numerusform>
            <numerusform>%1 sind schon vorhanden. Sollen sie ersetzt werden?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>Das Projekt wird geöffnet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelled before the export was complete.</source>
        <translation>Abgebrochen, bevor der Export vollständig war.</translation>
    </message>
</context>
<context>
    <name>vbs::FillPanel</name>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Describe the picture</source>
        <translation>Beschreiben Sie das Bild</translation>
    </message>
    <message>
        <source>Fill In</source>
        <translation>Ergänzen</translation>
    </message>
    <message>
        <source>Words of the caption: choose those to blank out</source>
        <translation>Wörter der Bildunterschrift: Wählen Sie, welche zu Lücken werden</translation>
    </message>
    <message>
        <source>Whether the caption fits</source>
        <translation>Ob die Bildunterschrift passt</translation>
    </message>
    <message>
        <source>Click a word to blank it out; click again to restore it.</source>
        <translation>Klicken Sie auf ein Wort, um daraus eine Lücke zu machen; ein weiterer Klick stellt es wieder her.</translation>
    </message>
    <message>
        <source>Click a word to blank it out; the model fills it in.</source>
        <translation>Klicken Sie auf ein Wort, um daraus eine Lücke zu machen; das Modell füllt sie.</translation>
    </message>
    <message>
        <source>Suggestions for blank %1</source>
        <translation>Vorschläge für Lücke %1</translation>
    </message>
    <message>
        <source>Suggestions for the blank</source>
        <translation>Vorschläge für die Lücke</translation>
    </message>
    <message>
        <source>%1, in place of “%2”</source>
        <translation>%1, anstelle von „%2“</translation>
    </message>
</context>
<context>
    <name>vbs::FilterBar</name>
    <message>
        <source>Which items by their decision</source>
        <translation>Welche Einträge, nach ihrer Entscheidung</translation>
    </message>
    <message>
        <source>Which items by what the model and the annotators say</source>
        <translation>Welche Einträge, nach dem, was das Modell und die Annotierenden sagen</translation>
    </message>
    <message>
        <source>Which items by their type</source>
        <translation>Welche Einträge, nach ihrer Art</translation>
    </message>
    <message>
        <source>Which items by flags, tags and comments</source>
        <translation>Welche Einträge, nach Vormerkungen, Schlagwörtern und Kommentaren</translation>
    </message>
    <message>
        <source>Which items by their reviewer</source>
        <translation>Welche Einträge, nach den Prüfenden</translation>
    </message>
    <message>
        <source>Filters by name</source>
        <translation>Filter nach Namen</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>Kombiniert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>Strittig</translation>
    </message>
    <message>
        <source>Model: any</source>
        <translation>Modell: beliebig</translation>
    </message>
    <message>
        <source>Model is wrong</source>
        <translation>Modell irrt</translation>
    </message>
    <message>
        <source>Model is right</source>
        <translation>Modell hat recht</translation>
    </message>
    <message>
        <source>People disagree</source>
        <translation>Menschen uneinig</translation>
    </message>
    <message>
        <source>Any type</source>
        <translation>Jede Art</translation>
    </message>
    <message>
        <source>no type</source>
        <translation>ohne Art</translation>
    </message>
    <message>
        <source>Marks: any</source>
        <translation>Marken: beliebig</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>With comments</source>
        <translation>Mit Kommentaren</translation>
    </message>
    <message>
        <source>With faults</source>
        <translation>Mit Mängeln</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Schlagwort %1</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Alle Prüfenden</translation>
    </message>
    <message>
        <source>Keep This Filter…</source>
        <translation>Diesen Filter merken…</translation>
    </message>
    <message>
        <source>Keep This Filter</source>
        <translation>Filter merken</translation>
    </message>
    <message>
        <source>A name for the filter:</source>
        <translation>Ein Name für den Filter:</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Show All Items</source>
        <translation>Alle Einträge zeigen</translation>
    </message>
</context>
<context>
    <name>vbs::FindPanel</name>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>What should be found? e.g. the red book</source>
        <translation>Was soll gesucht werden? Z. B. the red book</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Words of the sentence: choose those to find</source>
        <translation>Wörter des Satzes: Wählen Sie, was gesucht wird</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Wortgruppen</translation>
    </message>
    <message>
        <source>Click a word, or drag across several, to find what they mean; click again to remove the phrase</source>
        <translation>Klicken Sie auf ein Wort oder ziehen Sie über mehrere, um zu finden, was sie meinen; ein weiterer Klick entfernt die Wortgruppe</translation>
    </message>
    <message>
        <source>How phrases are found</source>
        <translation>Wie Wortgruppen gesucht werden</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>By hiding regions (a trial)</source>
        <translation>Durch Verbergen von Regionen (ein Versuch)</translation>
    </message>
    <message>
        <source>By the detector&apos;s names</source>
        <translation>Nach den Namen des Detektors</translation>
    </message>
    <message>
        <source>A phrase&apos;s noun is masked, and each region is hidden in turn: the one without which the model guesses the noun worst is what it means. Takes longer.</source>
        <translation>Das Nomen einer Wortgruppe wird maskiert und jede Region der Reihe nach verborgen: Gemeint ist die, ohne die das Modell das Nomen am schlechtesten errät. Dauert länger.</translation>
    </message>
    <message>
        <source>A phrase&apos;s words are compared with the names that the detector gave the regions.</source>
        <translation>Die Wörter einer Wortgruppe werden mit den Namen verglichen, die der Detektor den Regionen gab.</translation>
    </message>
    <message>
        <source>Found by the detector&apos;s names: this pack has no model for phrases.</source>
        <translation>Nach den Namen des Detektors gefunden: Dieses Paket hat kein Modell für Wortgruppen.</translation>
    </message>
    <message>
        <source>Found by hiding regions under the model that fills in words, which is a trial.</source>
        <translation>Durch Verbergen von Regionen gefunden, mit dem Modell, das Wörter ergänzt; das ist ein Versuch.</translation>
    </message>
    <message>
        <source>Hover over a phrase to see other candidates.</source>
        <translation>Zeigen Sie mit der Maus auf eine Wortgruppe, um andere Kandidaten zu sehen.</translation>
    </message>
</context>
<context>
    <name>vbs::FlipLook</name>
    <message>
        <source>The smallest flip</source>
        <translation>Die kleinste Wende</translation>
    </message>
</context>
<context>
    <name>vbs::FlipPage</name>
    <message>
        <source>What an answer hangs on is shown by taking it away, not by where the model looks. Several sets may do it; the search looks for the smallest.</source>
        <translation>Woran eine Antwort hängt, zeigt sich, wenn man es wegnimmt, nicht daran, wohin das Modell blickt. Mehrere Mengen können genügen; gesucht wird die kleinste.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Smallest flip</source>
        <translation>Kleinste Wende</translation>
    </message>
</context>
<context>
    <name>vbs::FlipView</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Hide regions, then words, until the answer is another</source>
        <translation>Regionen, dann Wörter verbergen, bis die Antwort eine andere ist</translation>
    </message>
    <message>
        <source>Find Again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Bring Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show these regions to the model again</source>
        <translation>Dem Modell diese Regionen wieder zeigen</translation>
    </message>
    <message>
        <source>Hide these regions from the model, on the picture, too</source>
        <translation>Diese Regionen vor dem Modell verbergen, auch auf dem Bild</translation>
    </message>
    <message>
        <source>region %1</source>
        <translation>Region %1</translation>
    </message>
    <message>
        <source>the %1</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>the %1 on the left</source>
        <translation>„%1“ links</translation>
    </message>
    <message>
        <source>the %1 on the right</source>
        <translation>„%1“ rechts</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>the word %1</source>
        <translation>das Wort %1</translation>
    </message>
    <message>
        <source>the words %1</source>
        <translation>die Wörter %1</translation>
    </message>
    <message>
        <source>What is the least that must be hidden to change the answer?</source>
        <translation>Was muss mindestens verborgen werden, damit die Antwort sich ändert?</translation>
    </message>
    <message>
        <source>Without %1 the model says: %2.</source>
        <translation>Ohne %1 sagt das Modell: %2.</translation>
    </message>
    <message>
        <source>The model says “%1”, whatever is hidden.</source>
        <translation>Das Modell sagt „%1“, was auch verborgen wird.</translation>
    </message>
    <message>
        <source>The model says “%1”, whatever was hidden.</source>
        <translation>Das Modell sagt „%1“, was auch verborgen wurde.</translation>
    </message>
    <message>
        <source>With everything it says %1 (%2, then %3); then %4 with %5.</source>
        <translation>Mit allem sagt es %1 (%2, danach %3); danach %4 mit %5.</translation>
    </message>
    <message>
        <source>Hiding regions does not change it.</source>
        <translation>Regionen zu verbergen ändert daran nichts.</translation>
    </message>
    <message>
        <source>Hiding regions does not change it, as far as was tried.</source>
        <translation>Regionen zu verbergen ändert daran nichts, soweit es versucht wurde.</translation>
    </message>
    <message>
        <source>Every set of regions was tried, and every set of words.</source>
        <translation>Jede Menge von Regionen wurde versucht, und jede Menge von Wörtern.</translation>
    </message>
    <message>
        <source>Not every set of regions and words was tried.</source>
        <translation>Nicht jede Menge von Regionen und Wörtern wurde versucht.</translation>
    </message>
    <message>
        <source>Proven: every smaller set was tried, and none does it.</source>
        <translation>Bewiesen: Jede kleinere Menge wurde versucht, und keine genügt.</translation>
    </message>
    <message>
        <source>Not proven: a smaller set may do it, too.</source>
        <translation>Nicht bewiesen: Eine kleinere Menge kann auch genügen.</translation>
    </message>
    <message>
        <source>One run of the network.</source>
        <translation>Ein Lauf des Netzes.</translation>
    </message>
    <message>
        <source>%1 runs of the network.</source>
        <translation>%1 Läufe des Netzes.</translation>
    </message>
</context>
<context>
    <name>vbs::FlowLook</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Where “%1” has its information from</source>
        <translation>Woher „%1“ seine Information hat</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>vbs::FlowView</name>
    <message>
        <source>Before the first layer</source>
        <translation>Vor der ersten Schicht</translation>
    </message>
    <message>
        <source>After layer %1 of %2</source>
        <translation>Nach Schicht %1 von %2</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>One layer back</source>
        <translation>Eine Schicht zurück</translation>
    </message>
    <message>
        <source>One layer ahead</source>
        <translation>Eine Schicht weiter</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Where the chosen position’s information comes from, as attention passes it on from layer to layer (rollout). It is an estimate: what the layers compute in between is left out.</source>
        <translation>Woher die Information der gewählten Stelle kommt, so wie die Aufmerksamkeit sie von Schicht zu Schicht weitergibt (Rollout). Das ist eine Schätzung: Was die Schichten dazwischen berechnen, bleibt außer Betracht.</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
</context>
<context>
    <name>vbs::GestureGroup</name>
    <message>
        <source>On the picture</source>
        <translation>Auf dem Bild</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>An der Mausposition vergrößern oder verkleinern</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Strg + Mausrad</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Drag with the left or the middle button</source>
        <translation>Mit der linken oder mittleren Taste ziehen</translation>
    </message>
    <message>
        <source>Fit the window or 100 %</source>
        <translation>Ans Fenster anpassen oder 100 %</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Pick a region</source>
        <translation>Eine Region wählen</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>While drawing and editing boxes</source>
        <translation>Beim Zeichnen und Bearbeiten von Rahmen</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>Einen Rahmen zeichnen</translation>
    </message>
    <message>
        <source>Drag from a free place</source>
        <translation>Von einer freien Stelle aus ziehen</translation>
    </message>
    <message>
        <source>Add a box on top of others</source>
        <translation>Einen Rahmen über anderen hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl + drag</source>
        <translation>Strg + Ziehen</translation>
    </message>
    <message>
        <source>Add a box at the center</source>
        <translation>Einen Rahmen in der Mitte hinzufügen</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Pick a box</source>
        <translation>Einen Rahmen wählen</translation>
    </message>
    <message>
        <source>Pick the next or the previous box</source>
        <translation>Den nächsten oder vorigen Rahmen wählen</translation>
    </message>
    <message>
        <source>Tab or Shift+Tab</source>
        <translation>Tab oder Umschalt+Tab</translation>
    </message>
    <message>
        <source>Name a box</source>
        <translation>Einen Rahmen benennen</translation>
    </message>
    <message>
        <source>Double click or Return</source>
        <translation>Doppelklick oder Eingabe</translation>
    </message>
    <message>
        <source>Move a box</source>
        <translation>Einen Rahmen verschieben</translation>
    </message>
    <message>
        <source>Drag it</source>
        <translation>Ihn ziehen</translation>
    </message>
    <message>
        <source>Move by 1 or 10 pixels</source>
        <translation>Um 1 oder 10 Pixel verschieben</translation>
    </message>
    <message>
        <source>Arrow keys or Shift + arrow keys</source>
        <translation>Pfeiltasten oder Umschalt + Pfeiltasten</translation>
    </message>
    <message>
        <source>Resize a box</source>
        <translation>Die Größe eines Rahmens ändern</translation>
    </message>
    <message>
        <source>Drag one of its handles</source>
        <translation>Einen seiner Griffe ziehen</translation>
    </message>
    <message>
        <source>Resize by 1 or 10 pixels</source>
        <translation>Die Größe um 1 oder 10 Pixel ändern</translation>
    </message>
    <message>
        <source>Ctrl or Ctrl+Shift + arrow keys</source>
        <translation>Strg oder Strg+Umschalt + Pfeiltasten</translation>
    </message>
    <message>
        <source>Drag with the middle button</source>
        <translation>Mit der mittleren Taste ziehen</translation>
    </message>
    <message>
        <source>Cancel a drag, or stop editing</source>
        <translation>Ein Ziehen abbrechen oder das Bearbeiten beenden</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>In the question box</source>
        <translation>Im Fragefeld</translation>
    </message>
    <message>
        <source>Ask, and keep the answer</source>
        <translation>Fragen und die Antwort behalten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Leave the box</source>
        <translation>Das Feld verlassen</translation>
    </message>
    <message>
        <source>In the history</source>
        <translation>Im Verlauf</translation>
    </message>
    <message>
        <source>Show picture and answer again</source>
        <translation>Bild und Antwort wieder zeigen</translation>
    </message>
    <message>
        <source>Click or Enter</source>
        <translation>Klick oder Eingabe</translation>
    </message>
    <message>
        <source>Star a card, or take its star away</source>
        <translation>Einer Karte einen Stern geben oder nehmen</translation>
    </message>
    <message>
        <source>S, or a click on the star</source>
        <translation>S oder ein Klick auf den Stern</translation>
    </message>
    <message>
        <source>Remove a card</source>
        <translation>Eine Karte entfernen</translation>
    </message>
    <message>
        <source>Restore the removed card</source>
        <translation>Die entfernte Karte wiederherstellen</translation>
    </message>
    <message>
        <source>From the search on to the cards</source>
        <translation>Von der Suche weiter zu den Karten</translation>
    </message>
    <message>
        <source>Enter or Down</source>
        <translation>Eingabe oder Abwärts</translation>
    </message>
    <message>
        <source>End the search</source>
        <translation>Die Suche beenden</translation>
    </message>
</context>
<context>
    <name>vbs::GetModelsWindow</name>
    <message>
        <source>&amp;Add Files…</source>
        <translation>Dateien &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Usual Places</source>
        <translation>Ü&amp;bliche Orte</translation>
    </message>
    <message>
        <source>Get Models</source>
        <translation>Modelle holen</translation>
    </message>
    <message>
        <source>The shipped model knows drawn scenes only. These were taught with photos. Downloads go on while you work and when this window is closed; what is there already, of other programs too, is not downloaded again.</source>
        <translation>Das mitgelieferte Modell kennt nur gezeichnete Szenen. Diese hier wurden mit Fotos trainiert. Das Herunterladen geht weiter, während Sie arbeiten und auch, wenn dieses Fenster geschlossen ist; was schon vorhanden ist, auch von anderen Programmen, wird nicht noch einmal geladen.</translation>
    </message>
    <message>
        <source>Choose &amp;Folder…</source>
        <translation>&amp;Ordner wählen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Files that you downloaded or copied yourself, and checkpoints, are recognised by their content, whatever they are called.</source>
        <translation>Dateien, die Sie selbst heruntergeladen oder kopiert haben, und Checkpoints werden an ihrem Inhalt erkannt, ganz gleich, wie sie heißen.</translation>
    </message>
    <message>
        <source>Keep models where Hugging Face&apos;s and PyTorch&apos;s programs keep theirs</source>
        <translation>Modelle dort aufbewahren, wo die Programme von Hugging Face und PyTorch ihre aufbewahren</translation>
    </message>
    <message>
        <source>Models are kept where Hugging Face&apos;s and PyTorch&apos;s programs keep theirs.</source>
        <translation>Modelle werden dort aufbewahrt, wo die Programme von Hugging Face und PyTorch ihre aufbewahren.</translation>
    </message>
    <message>
        <source>Models are kept in %1.</source>
        <translation>Modelle werden in %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>Remove a Model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” from this computer? Files that other programs or models use stay.</source>
        <translation>„%1“ von diesem Rechner entfernen? Dateien, die andere Programme oder Modelle verwenden, bleiben.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>vbs::HeadGridView</name>
    <message>
        <source>Attention of every layer and head</source>
        <translation>Aufmerksamkeit jeder Schicht und jedes Kopfes</translation>
    </message>
    <message>
        <source>Layer %1, head %2. %3: %4</source>
        <translation>Schicht %1, Kopf %2. %3: %4</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>%1.%2: %3</source>
        <translation>%1.%2: %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation>Schicht %1, Kopf %2</translation>
    </message>
</context>
<context>
    <name>vbs::HeadMeasure</name>
    <message>
        <source>Share on regions</source>
        <translation>Anteil für Regionen</translation>
    </message>
    <message>
        <source>Share on [SEP]</source>
        <translation>Anteil für [SEP]</translation>
    </message>
    <message>
        <source>Spread (entropy)</source>
        <translation>Streuung (Entropie)</translation>
    </message>
    <message>
        <source>How much of the head’s attention goes to regions of the picture.</source>
        <translation>Wie viel der Aufmerksamkeit des Kopfes an Regionen des Bildes geht.</translation>
    </message>
    <message>
        <source>How much goes to [SEP], the mark at the end of the text. Heads often look there when they have nothing to do.</source>
        <translation>Wie viel an [SEP] geht, die Marke am Ende des Textes. Köpfe blicken oft dorthin, wenn sie nichts zu tun haben.</translation>
    </message>
    <message>
        <source>100 %: each position looks everywhere alike. 0 %: at one single place.</source>
        <translation>100 %: Jede Stelle blickt überallhin gleich. 0 %: an eine einzige Stelle.</translation>
    </message>
    <message>
        <source>regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>[SEP]</source>
        <translation>[SEP]</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Text looks at text %1, at regions %2</source>
        <translation>Text blickt auf Text %1, auf Regionen %2</translation>
    </message>
    <message>
        <source>Regions look at text %1, at regions %2</source>
        <translation>Regionen blicken auf Text %1, auf Regionen %2</translation>
    </message>
</context>
<context>
    <name>vbs::HeadsLook</name>
    <message>
        <source>Attention of every layer and head</source>
        <translation>Aufmerksamkeit jeder Schicht und jedes Kopfes</translation>
    </message>
    <message>
        <source>Where “%1” looks (layer %2, head %3)</source>
        <translation>Worauf „%1“ blickt (Schicht %2, Kopf %3)</translation>
    </message>
    <message>
        <source>Layer %1, head %2: %3</source>
        <translation>Schicht %1, Kopf %2: %3</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>vbs::HeadsView</name>
    <message>
        <source>Sort by it</source>
        <translation>Danach ordnen</translation>
    </message>
    <message>
        <source>What is told of each head</source>
        <translation>Was von jedem Kopf gesagt wird</translation>
    </message>
    <message>
        <source>The heads with the most of it come first.</source>
        <translation>Die Köpfe, die am meisten davon haben, kommen zuerst.</translation>
    </message>
    <message>
        <source>Under each map:</source>
        <translation>Unter jeder Karte:</translation>
    </message>
    <message>
        <source>Each map is one head: a row for each position that looks, a column for each that is looked at; the lines part the text from the regions. A head rarely has a single job, whatever its map suggests.</source>
        <translation>Jede Karte ist ein Kopf: eine Zeile für jede Stelle, die blickt, eine Spalte für jede, auf die geblickt wird; die Linien trennen den Text von den Regionen. Ein Kopf hat selten nur eine Aufgabe, was seine Karte auch nahelegt.</translation>
    </message>
    <message>
        <source>Attention: layer %1, all heads</source>
        <translation>Aufmerksamkeit: Schicht %1, alle Köpfe</translation>
    </message>
    <message>
        <source>Attention: layer %1, head %2</source>
        <translation>Aufmerksamkeit: Schicht %1, Kopf %2</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
</context>
<context>
    <name>vbs::HelpWindow</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Erste Seite</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::HistoryBook</name>
    <message>
        <source>The history could not be saved. %1</source>
        <translation>Der Verlauf konnte nicht gespeichert werden. %1</translation>
    </message>
</context>
<context>
    <name>vbs::HistoryModel</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4</source>
        <translation>%1: %2 %3, %4</translation>
    </message>
    <message>
        <source>%1, starred</source>
        <translation>%1, mit Stern</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, nicht gespeichert</translation>
    </message>
    <message>
        <source>%1: %2
%3 %4
%5</source>
        <translation>%1: %2
%3 %4
%5</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>%1
Not saved</source>
        <translation>%1
Nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>vbs::HistoryNotice</name>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are not saved: %1.</source>
        <translation>
            <numerusform>%n Karte ist nicht gespeichert: %1.</numerusform>
            <numerusform>%n Karten sind nicht gespeichert: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed card(s) are still on the disk: %1.</source>
        <translation>
            <numerusform>%n entfernte Karte liegt noch auf dem Datenträger: %1.</numerusform>
            <numerusform>%n entfernte Karten liegen noch auf dem Datenträger: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Star, or Take the Star Away	S</source>
        <translation>Stern geben oder nehmen	S</translation>
    </message>
    <message>
        <source>Remove from the History	Del</source>
        <translation>Aus dem Verlauf entfernen	Entf</translation>
    </message>
    <message>
        <source>No card is like that.</source>
        <translation>Keine Karte passt dazu.</translation>
    </message>
    <message>
        <source>Every question that you ask is kept here, even after you close the program. Click one to see it again.</source>
        <translation>Jede Frage, die Sie stellen, wird hier aufbewahrt, auch nachdem Sie das Programm geschlossen haben. Klicken Sie auf eine, um sie wieder zu sehen.</translation>
    </message>
</context>
<context>
    <name>vbs::HistorySearch</name>
    <message>
        <source>Search the history</source>
        <translation>Im Verlauf suchen</translation>
    </message>
    <message>
        <source>Show starred cards only</source>
        <translation>Nur Karten mit Stern zeigen</translation>
    </message>
    <message>
        <source>Group by picture</source>
        <translation>Nach Bildern gruppieren</translation>
    </message>
</context>
<context>
    <name>vbs::HistoryStore</name>
    <message numerus="yes">
        <source>%n saved card(s) could not be read and were left in %1.</source>
        <translation>
            <numerusform>%n gespeicherte Karte konnte nicht gelesen werden und bleibt in %1 liegen.</numerusform>
            <numerusform>%n gespeicherte Karten konnten nicht gelesen werden und bleiben in %1 liegen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::HubText</name>
    <message>
        <source>checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>another program is fetching %1</source>
        <translation>ein anderes Programm lädt %1</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>making it ready</source>
        <translation>wird bereit gemacht</translation>
    </message>
    <message>
        <source>the pack %1</source>
        <translation>das Paket %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>vbs::InsideDesk</name>
    <message>
        <source>There is no model pack to look into. Choose one in the Model menu.</source>
        <translation>Es gibt kein Modellpaket, in das man blicken könnte. Wählen Sie eines im Menü „Modell“.</translation>
    </message>
    <message>
        <source>The model pack is being loaded.</source>
        <translation>Das Modellpaket wird geladen.</translation>
    </message>
    <message>
        <source>Open two pictures and make a statement about them to see what happens inside the model.</source>
        <translation>Öffnen Sie zwei Bilder und machen Sie eine Aussage über sie, um zu sehen, was im Inneren des Modells geschieht.</translation>
    </message>
    <message>
        <source>Open a picture and ask a question to see what happens inside the model.</source>
        <translation>Öffnen Sie ein Bild und stellen Sie eine Frage, um zu sehen, was im Inneren des Modells geschieht.</translation>
    </message>
    <message>
        <source>The picture itself is not there any more, so the model cannot be watched looking at it.</source>
        <translation>Das Bild selbst ist nicht mehr da, also kann man dem Modell nicht dabei zusehen, wie es hinblickt.</translation>
    </message>
    <message>
        <source>Ask the question to see what happens inside the model.</source>
        <translation>Stellen Sie die Frage, um zu sehen, was im Inneren des Modells geschieht.</translation>
    </message>
    <message>
        <source>Waiting for the model’s answer.</source>
        <translation>Die Antwort des Modells wird abgewartet.</translation>
    </message>
    <message>
        <source>Looking inside the model.</source>
        <translation>Das Modell wird von innen betrachtet.</translation>
    </message>
    <message>
        <source>Looking inside the model was cancelled.</source>
        <translation>Der Blick in das Modell wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>vbs::InsidePanel</name>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Writes what this view shows into a file.</source>
        <translation>Schreibt in eine Datei, was diese Ansicht zeigt.</translation>
    </message>
    <message>
        <source>&amp;Picture (PNG)…</source>
        <translation>&amp;Bild (PNG)…</translation>
    </message>
    <message>
        <source>&amp;Drawing (SVG)…</source>
        <translation>&amp;Zeichnung (SVG)…</translation>
    </message>
    <message>
        <source>&amp;Numbers (CSV)…</source>
        <translation>Za&amp;hlen (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Animation (WebP)…</source>
        <translation>&amp;Animation (WebP)…</translation>
    </message>
    <message>
        <source>&amp;Frames (PNG)…</source>
        <translation>&amp;Einzelbilder (PNG)…</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>WebP animation (*.webp)</source>
        <translation>WebP-Animation (*.webp)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Direction of the attention</source>
        <translation>Richtung der Aufmerksamkeit</translation>
    </message>
    <message>
        <source>What it looks at</source>
        <translation>Worauf es blickt</translation>
    </message>
    <message>
        <source>What looks at it</source>
        <translation>Was darauf blickt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Alle Köpfe</translation>
    </message>
</context>
<context>
    <name>vbs::ItemPanel</name>
    <message>
        <source>My decision settles it</source>
        <translation>Meine Entscheidung gilt</translation>
    </message>
    <message>
        <source>What the model says</source>
        <translation>Was das Modell sagt</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Annotation</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Items on the same picture</source>
        <translation>Einträge zum selben Bild</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 has this item open, too.</source>
        <translation>%1 hat diesen Eintrag auch geöffnet.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What %1 says</source>
        <translation>Was %1 sagt</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>It was not asked yet: its answers come in the background.</source>
        <translation>Es wurde noch nicht befragt: Seine Antworten kommen im Hintergrund.</translation>
    </message>
    <message>
        <source>No model was asked. Choose one in the main window.</source>
        <translation>Kein Modell wurde befragt. Wählen Sie eines im Hauptfenster.</translation>
    </message>
    <message>
        <source>It was not asked yet.</source>
        <translation>Es wurde noch nicht befragt.</translation>
    </message>
    <message>
        <source>It could not be asked.</source>
        <translation>Es konnte nicht befragt werden.</translation>
    </message>
    <message>
        <source>It finds nothing at fault.</source>
        <translation>Es findet keinen Mangel.</translation>
    </message>
    <message>
        <source>A number key takes a suggestion.</source>
        <translation>Eine Zifferntaste übernimmt einen Vorschlag.</translation>
    </message>
    <message>
        <source>A number key takes a region as the phrase&apos;s box.</source>
        <translation>Eine Zifferntaste übernimmt eine Region als Rahmen der Wortgruppe.</translation>
    </message>
    <message>
        <source>A number key takes an answer as the right one.</source>
        <translation>Eine Zifferntaste übernimmt eine Antwort als die richtige.</translation>
    </message>
    <message>
        <source>Accepted as corrected</source>
        <translation>Wie korrigiert angenommen</translation>
    </message>
    <message>
        <source>%1, corrected</source>
        <translation>%1, korrigiert</translation>
    </message>
    <message>
        <source>%1 of %2 reviewers have decided</source>
        <translation>%1 von %2 Prüfenden haben entschieden</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>Strittig</translation>
    </message>
    <message>
        <source>%1 · flagged</source>
        <translation>%1 · vorgemerkt</translation>
    </message>
    <message>
        <source>Reviewers disagree on this item.</source>
        <translation>Die Prüfenden sind sich bei diesem Eintrag uneinig.</translation>
    </message>
    <message>
        <source>On this picture</source>
        <translation>Zu diesem Bild</translation>
    </message>
</context>
<context>
    <name>vbs::ItemText</name>
    <message>
        <source>The item&apos;s text</source>
        <translation>Der Text des Eintrags</translation>
    </message>
    <message>
        <source>Double click to change the text</source>
        <translation>Doppelklicken Sie, um den Text zu ändern</translation>
    </message>
</context>
<context>
    <name>vbs::KeyCapture</name>
    <message>
        <source>Press a key</source>
        <translation>Drücken Sie eine Taste</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Die neue Taste</translation>
    </message>
</context>
<context>
    <name>vbs::KeyEditor</name>
    <message>
        <source>Press the new key for “%1”. Escape leaves it as it is, Backspace takes the key away.</source>
        <translation>Drücken Sie die neue Taste für „%1“. Esc lässt alles, wie es ist, die Rücktaste nimmt die Taste weg.</translation>
    </message>
    <message>
        <source>Press one more key for “%1”. Escape leaves it as it is.</source>
        <translation>Drücken Sie eine weitere Taste für „%1“. Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>%1 Press another key, or Escape.</source>
        <translation>%1 Drücken Sie eine andere Taste oder Esc.</translation>
    </message>
    <message>
        <source>%1 already means %2.</source>
        <translation>%1 bedeutet schon %2.</translation>
    </message>
    <message>
        <source>&amp;Move It Here</source>
        <translation>&amp;Hierher verlegen</translation>
    </message>
    <message>
        <source>&amp;Keep It There</source>
        <translation>&amp;Dort lassen</translation>
    </message>
    <message>
        <source>“%1” has no key now.</source>
        <translation>„%1“ hat jetzt keine Taste.</translation>
    </message>
    <message>
        <source>The key of “%1” is %2 now.</source>
        <translation>Die Taste von „%1“ ist jetzt %2.</translation>
    </message>
    <message>
        <source>Should every action have its standard keys again? The keys that you chose are forgotten.</source>
        <translation>Soll jede Aktion wieder ihre Standardtasten haben? Die Tasten, die Sie gewählt haben, werden vergessen.</translation>
    </message>
    <message>
        <source>&amp;Restore All</source>
        <translation>Alle &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Keep My Keys</source>
        <translation>Meine Tasten &amp;behalten</translation>
    </message>
    <message>
        <source>Every action has its standard keys.</source>
        <translation>Jede Aktion hat ihre Standardtasten.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
</context>
<context>
    <name>vbs::KeyMap</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>%1 cannot be given to an action, since lists, buttons and texts need it.</source>
        <translation>%1 kann keiner Aktion gegeben werden, weil Listen, Schaltflächen und Texte die Taste brauchen.</translation>
    </message>
    <message>
        <source>%1 opens the menu “%2”, so that no action can have it.</source>
        <translation>%1 öffnet das Menü „%2“, sodass keine Aktion diese Taste haben kann.</translation>
    </message>
</context>
<context>
    <name>vbs::LabelEditor</name>
    <message>
        <source>False</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Wahr</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) checked it: %1 said true, %2 said false.</source>
        <translation>
            <numerusform>%n Person hat es geprüft: wahr sagten %1, falsch sagten %2.</numerusform>
            <numerusform>%n Personen haben es geprüft: wahr sagten %1, falsch sagten %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::LayersPlot</name>
    <message>
        <source>Layer by layer</source>
        <translation>Schicht für Schicht</translation>
    </message>
    <message>
        <source>What reads the answer was taught on the last layer only: earlier layers are a hint, no more.</source>
        <translation>Was die Antwort abliest, wurde nur an der letzten Schicht gelehrt: Frühere Schichten sind ein Hinweis, mehr nicht.</translation>
    </message>
    <message>
        <source>“%1” comes first from the embeddings on.</source>
        <translation>„%1“ steht von den Einbettungen an vorn.</translation>
    </message>
    <message>
        <source>“%1” comes first from layer %2 of %3 on.</source>
        <translation>„%1“ steht von Schicht %2 von %3 an vorn.</translation>
    </message>
    <message>
        <source>Layer (0: embeddings)</source>
        <translation>Schicht (0: Einbettungen)</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Einbettungen</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>Stands from here on</source>
        <translation>Steht von hier an fest</translation>
    </message>
</context>
<context>
    <name>vbs::LayersView</name>
    <message>
        <source>Phrase</source>
        <translation>Wortgruppe</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
</context>
<context>
    <name>vbs::LegendView</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>vbs::LessonDraft</name>
    <message>
        <source>Duplicate a Step</source>
        <translation>Schritt verdoppeln</translation>
    </message>
    <message>
        <source>Delete a Step</source>
        <translation>Schritt löschen</translation>
    </message>
    <message>
        <source>Move a Step</source>
        <translation>Schritt verschieben</translation>
    </message>
</context>
<context>
    <name>vbs::LessonMenu</name>
    <message>
        <source>&amp;Shipped Lessons</source>
        <translation>&amp;Mitgelieferte Lektionen</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>Play a Lesson</source>
        <translation>Lektion abspielen</translation>
    </message>
</context>
<context>
    <name>vbs::LessonPage</name>
    <message>
        <source>Title of the lesson</source>
        <translation>Titel der Lektion</translation>
    </message>
    <message>
        <source>For example: What does the model see?</source>
        <translation>Zum Beispiel: Was sieht das Modell?</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor/in</translation>
    </message>
    <message>
        <source>Your name; may stay empty</source>
        <translation>Ihr Name; darf leer bleiben</translation>
    </message>
    <message>
        <source>Description of the lesson</source>
        <translation>Beschreibung der Lektion</translation>
    </message>
    <message>
        <source>What the lesson is about and for whom, in a sentence or two</source>
        <translation>Worum es geht und für wen, in ein, zwei Sätzen</translation>
    </message>
    <message>
        <source>Give the lesson a title.</source>
        <translation>Geben Sie der Lektion einen Titel.</translation>
    </message>
    <message>
        <source>Language of the lesson</source>
        <translation>Sprache der Lektion</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>A&amp;uthor</source>
        <translation>A&amp;utor/in</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Change the Lesson&apos;s Title</source>
        <translation>Titel der Lektion ändern</translation>
    </message>
    <message>
        <source>Change the Author</source>
        <translation>Autor/in ändern</translation>
    </message>
    <message>
        <source>Change the Description</source>
        <translation>Beschreibung ändern</translation>
    </message>
    <message>
        <source>Change the Language</source>
        <translation>Sprache ändern</translation>
    </message>
    <message>
        <source>No model was asked yet.</source>
        <translation>Es wurde noch kein Modell gefragt.</translation>
    </message>
    <message>
        <source>Recorded with the model “%1”.</source>
        <translation>Aufgezeichnet mit dem Modell „%1“.</translation>
    </message>
</context>
<context>
    <name>vbs::LessonPlayer</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Presenter View</source>
        <translation>Vortragsansicht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>← Back</source>
        <translation>← Zurück</translation>
    </message>
    <message>
        <source>Next →</source>
        <translation>Weiter →</translation>
    </message>
    <message>
        <source>← → steps · R answer · N notes · L list · P presenter · F11 full screen</source>
        <translation>← → Schritte · R Antwort · N Notizen · L Liste · P Vortragsansicht · F11 Vollbild</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Save the Results</source>
        <translation>Ergebnisse speichern</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>vbs::LessonRecorder</name>
    <message>
        <source>1.  Show a picture and ask a question in the main window.</source>
        <translation>1.  Zeigen Sie im Hauptfenster ein Bild, und stellen Sie eine Frage.</translation>
    </message>
    <message>
        <source>2.  Press Add This View (%1): it becomes a step, and what the model says is recorded.</source>
        <translation>2.  Klicken Sie auf „Diese Ansicht hinzufügen“ (%1): Sie wird ein Schritt, und was das Modell sagt, wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>3.  Write a title and a text for each step, add a quiz, then press Save as Web Page (%1).</source>
        <translation>3.  Geben Sie jedem Schritt Titel, Text und vielleicht ein Quiz, und klicken Sie dann auf „Als Webseite speichern“ (%1).</translation>
    </message>
    <message>
        <source>About the Lesso&amp;n</source>
        <translation>Ü&amp;ber die Lektion</translation>
    </message>
    <message>
        <source>Steps of the lesson</source>
        <translation>Schritte der Lektion</translation>
    </message>
    <message>
        <source>Add This &amp;View</source>
        <translation>Diese &amp;Ansicht hinzufügen</translation>
    </message>
    <message>
        <source>What the main window shows becomes a step</source>
        <translation>Was das Hauptfenster zeigt, wird ein Schritt</translation>
    </message>
    <message>
        <source>Text Step</source>
        <translation>Textschritt</translation>
    </message>
    <message>
        <source>A step without a picture, after the chosen one</source>
        <translation>Ein Schritt ohne Bild, nach dem gewählten</translation>
    </message>
    <message>
        <source>What is still to be done</source>
        <translation>Was noch zu tun ist</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) still to do</source>
        <translation>
            <numerusform>Noch %n Sache zu tun</numerusform>
            <numerusform>Noch %n Sachen zu tun</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>New Lesson</source>
        <translation>Neue Lektion</translation>
    </message>
    <message>
        <source>%1[*] – Lesson Recorder</source>
        <translation>%1[*] – Lektionsrekorder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>lektion</translation>
    </message>
    <message>
        <source>Lesson Recorder</source>
        <translation>Lektionsrekorder</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>In %1 gespeichert.</translation>
    </message>
    <message>
        <source>%L1 MB</source>
        <translation>%L1 MB</translation>
    </message>
    <message>
        <source>Saved in %1: %2, which is slow to send and to open; smaller pictures make it smaller.</source>
        <translation>In %1 gespeichert: %2. Das ist langsam zu senden und zu öffnen; kleinere Bilder machen es kleiner.</translation>
    </message>
    <message>
        <source>Saved in %1: %2. Any browser shows it, without a network.</source>
        <translation>In %1 gespeichert: %2. Jeder Browser zeigt es, auch ohne Netz.</translation>
    </message>
    <message>
        <source>This lesson was not saved when the program ended: save it now.</source>
        <translation>Diese Lektion war nicht gespeichert, als das Programm endete: Speichern Sie sie jetzt.</translation>
    </message>
    <message>
        <source>Unsaved Lesson</source>
        <translation>Ungespeicherte Lektion</translation>
    </message>
    <message>
        <source>The lesson has changes that are not saved. Save them?</source>
        <translation>Die Lektion hat ungespeicherte Änderungen. Sollen sie gespeichert werden?</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t Save</source>
        <translation>&amp;Nicht speichern</translation>
    </message>
    <message>
        <source>Open a Lesson to Edit</source>
        <translation>Lektion zum Bearbeiten öffnen</translation>
    </message>
    <message>
        <source>Save the Lesson</source>
        <translation>Lektion speichern</translation>
    </message>
    <message>
        <source>Lesson (*.vbslesson)</source>
        <translation>Lektion (*.vbslesson)</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: choose another one.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Save as Web Page</source>
        <translation>Als Webseite speichern</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiteres.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Still to Do</source>
        <translation>Noch zu tun</translation>
    </message>
    <message>
        <source>This is still to be done:</source>
        <translation>Das ist noch zu tun:</translation>
    </message>
    <message>
        <source>A quiz that nobody can answer is kept, and not asked.</source>
        <translation>Ein Quiz, das niemand beantworten kann, wird aufbewahrt und nicht gestellt.</translation>
    </message>
    <message>
        <source>&amp;Go to the First</source>
        <translation>&amp;Zum ersten davon</translation>
    </message>
    <message>
        <source>Check against the Model</source>
        <translation>Mit dem Modell vergleichen</translation>
    </message>
    <message>
        <source>The model says something else now:</source>
        <translation>Das Modell sagt jetzt etwas anderes:</translation>
    </message>
    <message>
        <source>&amp;Record All</source>
        <translation>&amp;Alle aufzeichnen</translation>
    </message>
    <message>
        <source>&amp;Save Anyway</source>
        <translation>Trotzdem &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Export Anyway</source>
        <translation>Trotzdem &amp;exportieren</translation>
    </message>
    <message>
        <source>Take from the Window</source>
        <translation>Aus dem Fenster übernehmen</translation>
    </message>
    <message>
        <source>Add a View</source>
        <translation>Ansicht hinzufügen</translation>
    </message>
    <message>
        <source>Insert a Text Step</source>
        <translation>Textschritt einfügen</translation>
    </message>
</context>
<context>
    <name>vbs::MainWindow</name>
    <message>
        <source>Main Window</source>
        <translation>Hauptfenster</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>Deckkraft der Heatmap</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößerung</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) of the history are not saved. %1</source>
        <translation>
            <numerusform>%n Karte des Verlaufs ist nicht gespeichert. %1</numerusform>
            <numerusform>%n Karten des Verlaufs sind nicht gespeichert. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Boxes that you made are not saved. %1</source>
        <translation>Rahmen, die Sie angelegt haben, sind nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Quit without Saving</source>
        <translation>Ohne Speichern &amp;beenden</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Save the Boxes</source>
        <translation>Rahmen speichern</translation>
    </message>
    <message>
        <source>labelme JSON (*.json)</source>
        <translation>labelme-JSON (*.json)</translation>
    </message>
    <message>
        <source>COCO JSON (*.json)</source>
        <translation>COCO-JSON (*.json)</translation>
    </message>
    <message>
        <source>The card was removed from the history.</source>
        <translation>Die Karte wurde aus dem Verlauf entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Clear the History</source>
        <translation>Verlauf leeren</translation>
    </message>
    <message>
        <source>Remove every card that has no star from the history? This cannot be undone.</source>
        <translation>Alle Karten ohne Stern aus dem Verlauf entfernen? Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Remove every card from the history? This cannot be undone.</source>
        <translation>Alle Karten aus dem Verlauf entfernen? Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>&amp;Remove All</source>
        <translation>Alle &amp;entfernen</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>%1-answered.%2</source>
        <translation>%1-beantwortet.%2</translation>
    </message>
    <message>
        <source>%1-answer.%2</source>
        <translation>%1-Antwort.%2</translation>
    </message>
    <message>
        <source>Export the Picture with the Answer as %1</source>
        <translation>Bild mit Antwort als %1 exportieren</translation>
    </message>
    <message>
        <source>Export the Answer as %1</source>
        <translation>Antwort als %1 exportieren</translation>
    </message>
    <message>
        <source>Export the History as %1</source>
        <translation>Verlauf als %1 exportieren</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>There is no folder “%1”. Make it first, or choose another one.</source>
        <translation>Es gibt keinen Ordner „%1“. Legen Sie ihn zuerst an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Zu&amp;letzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Clear the List</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Follow the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>The language changes with the next start of the program.</source>
        <translation>Die Sprache wechselt mit dem nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>Restart Now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Text &amp;Size</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>&amp;Small</source>
        <translation>&amp;Klein</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>&amp;Large</source>
        <translation>&amp;Groß</translation>
    </message>
    <message>
        <source>&amp;Very Large</source>
        <translation>&amp;Sehr groß</translation>
    </message>
    <message>
        <source>&amp;Huge</source>
        <translation>&amp;Riesig</translation>
    </message>
    <message>
        <source>Heatmap St&amp;yle</source>
        <translation>Heatmap-Dars&amp;tellung</translation>
    </message>
    <message>
        <source>&amp;Scale to 100 %</source>
        <translation>Auf &amp;100 % skalieren</translation>
    </message>
    <message>
        <source>100 % is drawn strongest, so that pictures, layers and heads compare. Otherwise the greatest share is.</source>
        <translation>100 % wird am stärksten gezeichnet, damit sich Bilder, Schichten und Köpfe vergleichen lassen. Sonst ist es der größte Anteil.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy one, or open a file.</source>
        <translation>In der Zwischenablage ist kein Bild. Kopieren Sie eines oder öffnen Sie eine Datei.</translation>
    </message>
    <message>
        <source>Locate the Picture</source>
        <translation>Bild suchen</translation>
    </message>
    <message>
        <source>This is another picture. %1</source>
        <translation>Das ist ein anderes Bild. %1</translation>
    </message>
    <message>
        <source>&amp;Use It Anyway</source>
        <translation>&amp;Trotzdem verwenden</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>Hierher gezogenes Bild</translation>
    </message>
    <message>
        <source>That is not a picture file on this computer. Save it first, then open the file.</source>
        <translation>Das ist keine Bilddatei auf diesem Rechner. Speichern Sie sie zuerst und öffnen Sie dann die Datei.</translation>
    </message>
    <message>
        <source>Save a Lesson as Web Page</source>
        <translation>Lektion als Webseite speichern</translation>
    </message>
    <message>
        <source>Save the Lesson as Web Page</source>
        <translation>Lektion als Webseite speichern</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Lesson Recorder</source>
        <translation>Lektionsrekorder</translation>
    </message>
    <message>
        <source>This view is step %1 of the lesson now.</source>
        <translation>Diese Ansicht ist jetzt Schritt %1 der Lektion.</translation>
    </message>
    <message>
        <source>Unsaved Lesson</source>
        <translation>Ungespeicherte Lektion</translation>
    </message>
    <message>
        <source>The program ended before a lesson was saved. What it held on %1 is still there.</source>
        <translation>Das Programm endete, bevor eine Lektion gespeichert war. Ihr Stand vom %1 ist noch da.</translation>
    </message>
    <message>
        <source>&amp;Go On with It</source>
        <translation>Daran &amp;weiterarbeiten</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>&amp;Delete It</source>
        <translation>Sie &amp;löschen</translation>
    </message>
</context>
<context>
    <name>vbs::MakingMenu</name>
    <message>
        <source>&amp;Edit a Copy of a Shipped Lesson</source>
        <translation>&amp;Kopie einer mitgelieferten Lektion bearbeiten</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
</context>
<context>
    <name>vbs::MarkdownEdit</name>
    <message>
        <source>How the text will look</source>
        <translation>Wie der Text aussehen wird</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Wie es aussehen wird</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Make the marked words bold</source>
        <translation>Die markierten Wörter fett setzen</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Make the marked words italic</source>
        <translation>Die markierten Wörter kursiv setzen</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Make the line a heading</source>
        <translation>Die Zeile zur Überschrift machen</translation>
    </message>
    <message>
        <source>• List</source>
        <translation>• Liste</translation>
    </message>
    <message>
        <source>Make the marked lines a list</source>
        <translation>Aus den markierten Zeilen eine Liste machen</translation>
    </message>
    <message>
        <source>1. List</source>
        <translation>1. Liste</translation>
    </message>
    <message>
        <source>Make the marked lines a numbered list</source>
        <translation>Aus den markierten Zeilen eine nummerierte Liste machen</translation>
    </message>
    <message>
        <source>A text has room for %L1 characters: put what is left into another step.</source>
        <translation>Ein Text hat Platz für %L1 Zeichen: Setzen Sie den Rest in einen anderen Schritt.</translation>
    </message>
</context>
<context>
    <name>vbs::Measured</name>
    <message>
        <source>This machine: %1 GFLOP/s in float32, %2 in bfloat16</source>
        <translation>Dieser Rechner: %1 GFLOP/s in float32, %2 in bfloat16</translation>
    </message>
    <message>
        <source>An answer, %1 regions, %2: %3 ms</source>
        <translation>Eine Antwort, %1 Regionen, %2: %3 ms</translation>
    </message>
    <message>
        <source>Regions of a photo, float32: %1 s</source>
        <translation>Regionen eines Fotos, float32: %1 s</translation>
    </message>
    <message>
        <source>Regions of a photo, bfloat16: %1 s; %2 of %3 labels change, %4 regions are lost</source>
        <translation>Regionen eines Fotos, bfloat16: %1 s; %2 von %3 Namen ändern sich, %4 Regionen gehen verloren</translation>
    </message>
    <message>
        <source>With bfloat16, regions are found in bfloat16, too.</source>
        <translation>Mit bfloat16 werden auch Regionen in bfloat16 gesucht.</translation>
    </message>
    <message>
        <source>With bfloat16, regions are found in float32 all the same: bfloat16 is slower here.</source>
        <translation>Auch mit bfloat16 werden Regionen in float32 gesucht: bfloat16 ist hier langsamer.</translation>
    </message>
    <message>
        <source>Memory at most: %1 MB, both precisions loaded</source>
        <translation>Speicher höchstens: %1 MB, mit beiden Genauigkeiten geladen</translation>
    </message>
</context>
<context>
    <name>vbs::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
</context>
<context>
    <name>vbs::MetricsTree</name>
    <message>
        <source>Nothing counts towards it.</source>
        <translation>Nichts zählt dafür.</translation>
    </message>
    <message>
        <source>Count: %1</source>
        <translation>Anzahl: %1</translation>
    </message>
    <message>
        <source>95 % interval: %1</source>
        <translation>95-%-Intervall: %1</translation>
    </message>
    <message>
        <source>Metrics before and after the review</source>
        <translation>Kennzahlen vor und nach der Prüfung</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Compared with the annotation as it was; in parentheses the 95 % interval</source>
        <translation>Verglichen mit der Annotation, wie sie war; in Klammern das 95-%-Intervall</translation>
    </message>
    <message>
        <source>Compared with the corrected annotation, without rejected items; in parentheses the 95 % interval</source>
        <translation>Verglichen mit der korrigierten Annotation, ohne abgelehnte Einträge; in Klammern das 95-%-Intervall</translation>
    </message>
    <message>
        <source>Before, %</source>
        <translation>Vorher, %</translation>
    </message>
    <message>
        <source>After, %</source>
        <translation>Nachher, %</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ohne)</translation>
    </message>
    <message>
        <source>Show the items of “%1”</source>
        <translation>Die Einträge von „%1“ zeigen</translation>
    </message>
</context>
<context>
    <name>vbs::MissingLook</name>
    <message>
        <source>Nothing was recorded for this view.</source>
        <translation>Für diese Ansicht wurde nichts aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>vbs::ModelCardView</name>
    <message>
        <source>not on disk</source>
        <translation>nicht auf dem Datenträger</translation>
    </message>
    <message>
        <source>partly on disk: %1</source>
        <translation>teilweise auf dem Datenträger: %1</translation>
    </message>
    <message>
        <source>files are on disk</source>
        <translation>Dateien sind auf dem Datenträger</translation>
    </message>
    <message>
        <source>ready for use</source>
        <translation>einsatzbereit</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use It</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Stop, and throw away what was downloaded of it</source>
        <translation>Abbrechen und verwerfen, was davon heruntergeladen wurde</translation>
    </message>
    <message>
        <source>Copies the plain addresses of its files, for a download by hand. Add Files… takes what you downloaded, whatever it is called.</source>
        <translation>Kopiert die Adressen seiner Dateien, um sie von Hand herunterzuladen. „Dateien hinzufügen…“ nimmt an, was Sie heruntergeladen haben, ganz gleich, wie es heißt.</translation>
    </message>
    <message>
        <source>needs about %1 of memory</source>
        <translation>braucht etwa %1 Speicher</translation>
    </message>
    <message>
        <source>about %1 s a picture on a processor</source>
        <translation>etwa %1 s je Bild auf einem Prozessor</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>none stated</source>
        <translation>keine angegeben</translation>
    </message>
    <message>
        <source>As published: %1</source>
        <translation>Laut Veröffentlichung: %1</translation>
    </message>
    <message>
        <source>Known weakness: %1</source>
        <translation>Bekannte Schwäche: %1</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>wird heruntergeladen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Make Ready</source>
        <translation>Bereit machen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
</context>
<context>
    <name>vbs::ModelColumn</name>
    <message>
        <source>Answers of the first model</source>
        <translation>Antworten des ersten Modells</translation>
    </message>
    <message>
        <source>Answers of the second model</source>
        <translation>Antworten des zweiten Modells</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>Rechtes Bild</translation>
    </message>
</context>
<context>
    <name>vbs::ModelDesk</name>
    <message>
        <source>“%1” is ready for use.</source>
        <translation>„%1“ ist einsatzbereit.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>vbs::ModelPage</name>
    <message>
        <source>%1, %2 numbers for each region</source>
        <translation>%1, %2 Zahlen je Region</translation>
    </message>
    <message>
        <source>Does a caption fit?</source>
        <translation>Passt eine Bildunterschrift?</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Regions: %1</source>
        <translation>Regionen: %1</translation>
    </message>
    <message>
        <source>Region finder</source>
        <translation>Regionensuche</translation>
    </message>
    <message>
        <source>Strange pictures</source>
        <translation>Ungewöhnliche Bilder</translation>
    </message>
    <message>
        <source>It tells when a picture is unlike all that it was taught.</source>
        <translation>Es erkennt, wenn ein Bild allem unähnlich ist, womit es trainiert wurde.</translation>
    </message>
    <message>
        <source>It cannot tell when a picture is unlike what it was taught.</source>
        <translation>Es kann nicht erkennen, wenn ein Bild dem unähnlich ist, womit es trainiert wurde.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>None stated</source>
        <translation>Keine angegeben</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Show &amp;Folder</source>
        <translation>Ordner &amp;anzeigen</translation>
    </message>
</context>
<context>
    <name>vbs::ModelPart</name>
    <message>
        <source>Last layer</source>
        <translation>Letzte Schicht</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>What goes into the first layer</source>
        <translation>Was in die erste Schicht geht</translation>
    </message>
    <message>
        <source>all heads</source>
        <translation>alle Köpfe</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>what looks there</source>
        <translation>was dorthin blickt</translation>
    </message>
    <message>
        <source>This step has no picture.
Show one in the main window, then press Take from the Window.</source>
        <translation>Dieser Schritt hat kein Bild.
Zeigen Sie eines im Hauptfenster, und klicken Sie dann auf „Aus dem Fenster übernehmen“.</translation>
    </message>
    <message>
        <source>&amp;Take from the Window</source>
        <translation>Aus dem &amp;Fenster übernehmen</translation>
    </message>
    <message>
        <source>The step asks and shows what the main window shows now</source>
        <translation>Der Schritt fragt und zeigt, was das Hauptfenster jetzt zeigt</translation>
    </message>
    <message>
        <source>&amp;Show in the Window</source>
        <translation>Im Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>Asks the same in the main window</source>
        <translation>Fragt dasselbe im Hauptfenster</translation>
    </message>
    <message>
        <source>&amp;Record Again</source>
        <translation>Neu aufzei&amp;chnen</translation>
    </message>
    <message>
        <source>Asks the model, and keeps what it says</source>
        <translation>Fragt das Modell, und bewahrt auf, was es sagt</translation>
    </message>
    <message>
        <source>Hide the ans&amp;wer until it is revealed</source>
        <translation>Antwort ver&amp;bergen, bis sie gezeigt wird</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Was gefragt wird</translation>
    </message>
    <message>
        <source>What the model says</source>
        <translation>Was das Modell sagt</translation>
    </message>
    <message>
        <source>&amp;Boxes of the regions</source>
        <translation>&amp;Rahmen der Regionen</translation>
    </message>
    <message>
        <source>Na&amp;mes of the regions</source>
        <translation>Na&amp;men der Regionen</translation>
    </message>
    <message>
        <source>Heatmap over the picture</source>
        <translation>Heatmap über dem Bild</translation>
    </message>
    <message>
        <source>No heatmap</source>
        <translation>Keine Heatmap</translation>
    </message>
    <message>
        <source>Heatmap: %1</source>
        <translation>Heatmap: %1</translation>
    </message>
    <message>
        <source>View inside the model</source>
        <translation>Blick ins Modell</translation>
    </message>
    <message>
        <source>No view inside the model</source>
        <translation>Kein Blick ins Modell</translation>
    </message>
    <message>
        <source>Inside: words and regions</source>
        <translation>Im Modell: Wörter und Regionen</translation>
    </message>
    <message>
        <source>Inside: heads</source>
        <translation>Im Modell: Köpfe</translation>
    </message>
    <message>
        <source>Inside: layers</source>
        <translation>Im Modell: Schichten</translation>
    </message>
    <message>
        <source>Inside: flow</source>
        <translation>Im Modell: Fluss</translation>
    </message>
    <message>
        <source>Inside: points</source>
        <translation>Im Modell: Punkte</translation>
    </message>
    <message>
        <source>Inside: smallest flip</source>
        <translation>Im Modell: kleinste Wende</translation>
    </message>
    <message>
        <source>Inside: order of hiding</source>
        <translation>Im Modell: Reihenfolge des Verbergens</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Change When the Answer Is Seen</source>
        <translation>Ändern, wann die Antwort zu sehen ist</translation>
    </message>
    <message>
        <source>Change What Is Shown</source>
        <translation>Ändern, was gezeigt wird</translation>
    </message>
    <message>
        <source>Change the Heatmap</source>
        <translation>Heatmap ändern</translation>
    </message>
    <message>
        <source>Change the View Inside the Model</source>
        <translation>Blick ins Modell ändern</translation>
    </message>
    <message>
        <source>The step asks the model nothing.</source>
        <translation>Der Schritt fragt das Modell nichts.</translation>
    </message>
    <message>
        <source>“%1”: %2 (%3)</source>
        <translation>„%1“: %2 (%3)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>– %1</source>
        <translation>– %1</translation>
    </message>
    <message>
        <source>Phrases: %1</source>
        <translation>Wortgruppen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) are hidden from the model.</source>
        <translation>
            <numerusform>%n Region ist vor dem Modell verborgen.</numerusform>
            <numerusform>%n Regionen sind vor dem Modell verborgen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) are your own.</source>
        <translation>
            <numerusform>%n Rahmen ist Ihr eigener.</numerusform>
            <numerusform>%n Rahmen sind Ihre eigenen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
</context>
<context>
    <name>vbs::ModelService</name>
    <message>
        <source>Removed: %1 are free now.</source>
        <translation>Entfernt: %1 sind jetzt frei.</translation>
    </message>
    <message>
        <source>Recognised: %1.</source>
        <translation>Erkannt: %1.</translation>
    </message>
    <message>
        <source>Not a file of these models: %1.</source>
        <translation>Keine Datei dieser Modelle: %1.</translation>
    </message>
    <message>
        <source>There was no file to look at.</source>
        <translation>Es gab keine Datei anzusehen.</translation>
    </message>
</context>
<context>
    <name>vbs::ModelTrial</name>
    <message>
        <source>“%1” is %2 here and was %3</source>
        <translation>„%1“ ist hier %2 und war %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This step asks the model nothing.</source>
        <translation>Dieser Schritt fragt das Modell nichts.</translation>
    </message>
    <message>
        <source>No model is loaded here: choose one in the main window, and try it then.</source>
        <translation>Hier ist kein Modell geladen: Wählen Sie eines im Hauptfenster, und versuchen Sie es dann.</translation>
    </message>
    <message>
        <source>“%1” has no model for %2.</source>
        <translation>„%1“ hat kein Modell für %2.</translation>
    </message>
    <message>
        <source>The model here is “%1”; the lesson was recorded with “%2”, so it may say something else.</source>
        <translation>Das Modell hier ist „%1“; die Lektion wurde mit „%2“ aufgezeichnet, es sagt also vielleicht etwas anderes.</translation>
    </message>
    <message>
        <source>The phrases that are looked for have to stay in the sentence.</source>
        <translation>Die gesuchten Wortgruppen müssen im Satz bleiben.</translation>
    </message>
    <message>
        <source>You asked something else than the lesson did.</source>
        <translation>Sie haben etwas anderes gefragt als die Lektion.</translation>
    </message>
    <message>
        <source>Nothing was recorded to compare it with.</source>
        <translation>Es wurde nichts aufgezeichnet, womit es sich vergleichen ließe.</translation>
    </message>
    <message>
        <source>It finds the same as was recorded.</source>
        <translation>Es findet dasselbe wie in der Aufzeichnung.</translation>
    </message>
    <message>
        <source>It differs: %1.</source>
        <translation>Anders: %1.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>It says the same as was recorded: %1.</source>
        <translation>Es sagt dasselbe wie in der Aufzeichnung: %1.</translation>
    </message>
    <message>
        <source>It differs: it says %1, and %2 was recorded.</source>
        <translation>Anders: Es sagt %1, aufgezeichnet wurde %2.</translation>
    </message>
</context>
<context>
    <name>vbs::NameEdit</name>
    <message>
        <source>Name of the box</source>
        <translation>Name des Rahmens</translation>
    </message>
</context>
<context>
    <name>vbs::NewReviewDialog</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New Review Project</source>
        <translation>Neues Prüfprojekt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Reviewers of each item</source>
        <translation>Prüfende je Eintrag</translation>
    </message>
    <message>
        <source>How many people have to decide each item; where they differ, it is in conflict</source>
        <translation>Wie viele Personen über jeden Eintrag entscheiden müssen; wo sie voneinander abweichen, ist er strittig</translation>
    </message>
    <message>
        <source>A file or folder; it is never written to</source>
        <translation>Eine Datei oder ein Ordner; es wird nie hineingeschrieben</translation>
    </message>
    <message>
        <source>The folder of the pictures</source>
        <translation>Der Ordner der Bilder</translation>
    </message>
    <message>
        <source>A file, or postgresql://USER@HOST/DATABASE/PROJECT</source>
        <translation>Eine Datei oder postgresql://USER@HOST/DATABASE/PROJECT</translation>
    </message>
    <message>
        <source>A project on a PostgreSQL server can be reviewed by several people at once.</source>
        <translation>Ein Projekt auf einem PostgreSQL-Server können mehrere Personen zugleich prüfen.</translation>
    </message>
    <message>
        <source>&amp;Reviewers of each item:</source>
        <translation>P&amp;rüfende je Eintrag:</translation>
    </message>
    <message>
        <source>&amp;Data set:</source>
        <translation>&amp;Datensatz:</translation>
    </message>
    <message>
        <source>&amp;Annotations:</source>
        <translation>&amp;Annotationen:</translation>
    </message>
    <message>
        <source>&amp;Pictures:</source>
        <translation>&amp;Bilder:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Pro&amp;ject:</source>
        <translation>Pro&amp;jekt:</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Choose a Data Set</source>
        <translation>Datensatz wählen</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Choose the Data Set&apos;s Annotations</source>
        <translation>Annotationen des Datensatzes wählen</translation>
    </message>
    <message>
        <source>Make a Review Project</source>
        <translation>Prüfprojekt anlegen</translation>
    </message>
    <message>
        <source>Review projects (*%1)</source>
        <translation>Prüfprojekte (*%1)</translation>
    </message>
    <message>
        <source>Name a data set: VQA v2, LXMERT&apos;s questions, NLVR2, VCR, Flickr30k Entities, or boxes of COCO and labelme. What it holds is shown here before anything is made.</source>
        <translation>Nennen Sie einen Datensatz: VQA v2, Fragen von LXMERT, NLVR2, VCR, Flickr30k Entities oder Rahmen von COCO und labelme. Was er enthält, wird hier gezeigt, bevor etwas angelegt wird.</translation>
    </message>
    <message>
        <source>Looking at the data set…</source>
        <translation>Der Datensatz wird gelesen…</translation>
    </message>
    <message>
        <source>Where the annotations are kept apart</source>
        <translation>Wo die Annotationen getrennt aufbewahrt werden</translation>
    </message>
    <message>
        <source>Not needed: the data set holds its annotations</source>
        <translation>Nicht nötig: Der Datensatz enthält seine Annotationen</translation>
    </message>
    <message>
        <source>Making the project</source>
        <translation>Das Projekt wird angelegt</translation>
    </message>
</context>
<context>
    <name>vbs::OptionButton</name>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
</context>
<context>
    <name>vbs::OptionalTarget</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
</context>
<context>
    <name>vbs::OptionsEditor</name>
    <message>
        <source>&amp;Add an Option</source>
        <translation>Möglichkeit &amp;hinzufügen</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>Option %1 is right</source>
        <translation>Möglichkeit %1 ist richtig</translation>
    </message>
    <message>
        <source>Option %1</source>
        <translation>Möglichkeit %1</translation>
    </message>
    <message>
        <source>Remove option %1</source>
        <translation>Möglichkeit %1 entfernen</translation>
    </message>
</context>
<context>
    <name>vbs::PackChooser</name>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Loading %1…</source>
        <translation>%1 wird geladen…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Model pack: %1. Click to choose another.</source>
        <translation>Modellpaket: %1. Klicken Sie, um ein anderes zu wählen.</translation>
    </message>
    <message>
        <source>Choose a model pack.</source>
        <translation>Wählen Sie ein Modellpaket.</translation>
    </message>
    <message>
        <source>%1 is being loaded; %2 stays in use until it is ready.</source>
        <translation>%1 wird geladen; %2 bleibt in Gebrauch, bis es bereit ist.</translation>
    </message>
    <message>
        <source>Model pack: %1</source>
        <translation>Modellpaket: %1</translation>
    </message>
    <message>
        <source>%1 – cannot be used: %2</source>
        <translation>%1 – nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>vbs::PanelTitle</name>
    <message>
        <source>Close (View, Panels shows it again)</source>
        <translation>Schließen (Ansicht, Bereiche zeigt es wieder)</translation>
    </message>
    <message>
        <source>Close (%1 shows it again)</source>
        <translation>Schließen (%1 zeigt es wieder)</translation>
    </message>
    <message>
        <source>Close the panel %1</source>
        <translation>Bereich %1 schließen</translation>
    </message>
</context>
<context>
    <name>vbs::PictureListModel</name>
    <message>
        <source>Picture %1 of %2: %3</source>
        <translation>Bild %1 von %2: %3</translation>
    </message>
    <message>
        <source>%1 is no file: it stays in this list until the program ends.</source>
        <translation>%1 ist keine Datei: Das Bild bleibt in dieser Liste, bis das Programm endet.</translation>
    </message>
</context>
<context>
    <name>vbs::PictureLocator</name>
    <message>
        <source>“%1” has %2 × %3 pixels; the picture that was asked about has %4 × %5.</source>
        <translation>„%1“ hat %2 × %3 Pixel; das Bild, zu dem gefragt wurde, hat %4 × %5.</translation>
    </message>
    <message>
        <source>“%1” is as large as the picture that was asked about, but its pixels are others.</source>
        <translation>„%1“ ist so groß wie das Bild, zu dem gefragt wurde, hat aber andere Pixel.</translation>
    </message>
    <message>
        <source>“%1” is as large as “%2”, but has another name.</source>
        <translation>„%1“ ist so groß wie „%2“, hat aber einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>vbs::PictureSide</name>
    <message>
        <source>Opening %1 (%2 megapixels)</source>
        <translation>%1 wird geöffnet (%2 Megapixel)</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
</context>
<context>
    <name>vbs::PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>vbs::PicturesPanel</name>
    <message>
        <source>Open a folder to see its pictures here.</source>
        <translation>Öffnen Sie einen Ordner, um hier seine Bilder zu sehen.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Filter the pictures by name</source>
        <translation>Die Bilder nach Namen filtern</translation>
    </message>
    <message>
        <source>No picture has such a name.</source>
        <translation>Kein Bild hat einen solchen Namen.</translation>
    </message>
</context>
<context>
    <name>vbs::PlotLook</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>The answer, layer by layer</source>
        <translation>Die Antwort, Schicht für Schicht</translation>
    </message>
    <message>
        <source>Words and regions as points</source>
        <translation>Wörter und Regionen als Punkte</translation>
    </message>
    <message>
        <source>The answer while regions are hidden</source>
        <translation>Die Antwort, während Regionen verborgen werden</translation>
    </message>
</context>
<context>
    <name>vbs::PointsPlot</name>
    <message>
        <source>Words and regions as points</source>
        <translation>Wörter und Regionen als Punkte</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Einbettungen</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>Points that lie close together are alike to the network in these two directions, which hold %1 (across) and %2 (upwards) of the variance of this layer. The other directions are not shown.</source>
        <translation>Punkte, die nah beieinander liegen, sind für das Netz in diesen zwei Richtungen ähnlich, die %1 (waagerecht) und %2 (senkrecht) der Varianz dieser Schicht enthalten. Die übrigen Richtungen werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Word: %1</source>
        <translation>Wort: %1</translation>
    </message>
    <message>
        <source>Region: %1</source>
        <translation>Region: %1</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>[CLS] and [SEP]</source>
        <translation>[CLS] und [SEP]</translation>
    </message>
    <message>
        <source>Regions of the left picture</source>
        <translation>Regionen des linken Bildes</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Regions of the right picture</source>
        <translation>Regionen des rechten Bildes</translation>
    </message>
    <message>
        <source>Point at a mark to see what it is.</source>
        <translation>Zeigen Sie auf eine Marke, um zu sehen, was sie ist.</translation>
    </message>
</context>
<context>
    <name>vbs::PointsView</name>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
</context>
<context>
    <name>vbs::Positions</name>
    <message>
        <source>Marks the beginning of the text.</source>
        <translation>Bezeichnet den Anfang des Textes.</translation>
    </message>
    <message>
        <source>Marks the end of a text.</source>
        <translation>Bezeichnet das Ende eines Textes.</translation>
    </message>
    <message>
        <source>A word piece that continues the one before.</source>
        <translation>Ein Wortteil, der den vorigen fortsetzt.</translation>
    </message>
    <message>
        <source>A word piece of the best choice.</source>
        <translation>Ein Wortteil der besten Antwortmöglichkeit.</translation>
    </message>
    <message>
        <source>A word piece of the text.</source>
        <translation>Ein Wortteil des Textes.</translation>
    </message>
    <message>
        <source>A region of the picture.</source>
        <translation>Eine Region des Bildes.</translation>
    </message>
    <message>
        <source>A region of the left picture.</source>
        <translation>Eine Region des linken Bildes.</translation>
    </message>
    <message>
        <source>A region of the right picture.</source>
        <translation>Eine Region des rechten Bildes.</translation>
    </message>
    <message>
        <source>It is hidden from the model, so nothing looks at it.</source>
        <translation>Sie ist vor dem Modell verborgen, also blickt nichts auf sie.</translation>
    </message>
    <message>
        <source>Position %1 of %2. </source>
        <translation>Stelle %1 von %2. </translation>
    </message>
</context>
<context>
    <name>vbs::PresentationBanner</name>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
</context>
<context>
    <name>vbs::PresenterClock</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Time since the start</source>
        <translation>Zeit seit dem Start</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>vbs::PresenterView</name>
    <message>
        <source>← Back</source>
        <translation>← Zurück</translation>
    </message>
    <message>
        <source>Next →</source>
        <translation>Weiter →</translation>
    </message>
    <message>
        <source>Show the Answer</source>
        <translation>Antwort zeigen</translation>
    </message>
    <message>
        <source>Presenter View</source>
        <translation>Vortragsansicht</translation>
    </message>
    <message>
        <source>There are no notes to this step.</source>
        <translation>Zu diesem Schritt gibt es keine Notizen.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What the class reads</source>
        <translation>Was die Klasse liest</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>The model says: %1</source>
        <translation>Das Modell sagt: %1</translation>
    </message>
    <message>
        <source>This step has none.</source>
        <translation>Dieser Schritt hat keine.</translation>
    </message>
    <message>
        <source>Answered: %1</source>
        <translation>Geantwortet: %1</translation>
    </message>
    <message>
        <source>The class does not see it yet.</source>
        <translation>Die Klasse sieht sie noch nicht.</translation>
    </message>
    <message>
        <source>The class sees it.</source>
        <translation>Die Klasse sieht sie.</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>Ihre Ergebnisse</translation>
    </message>
    <message>
        <source>This is the end.</source>
        <translation>Das ist das Ende.</translation>
    </message>
</context>
<context>
    <name>vbs::QueueModel</name>
    <message>
        <source>%1 · model: %2</source>
        <translation>%1 · Modell: %2</translation>
    </message>
    <message>
        <source>%1, annotated as %2, %3</source>
        <translation>%1, annotiert als %2, %3</translation>
    </message>
</context>
<context>
    <name>vbs::QueuePanel</name>
    <message>
        <source>Order of the queue</source>
        <translation>Reihenfolge der Warteschlange</translation>
    </message>
    <message>
        <source>Search in texts, answers, comments</source>
        <translation>In Texten, Antworten, Kommentaren suchen</translation>
    </message>
    <message>
        <source>Items to review</source>
        <translation>Zu prüfende Einträge</translation>
    </message>
    <message>
        <source>Reading the items…</source>
        <translation>Die Einträge werden gelesen…</translation>
    </message>
    <message>
        <source>No item is like this. Choose another filter.</source>
        <translation>Kein Eintrag passt dazu. Wählen Sie einen anderen Filter.</translation>
    </message>
    <message>
        <source>No review is open.</source>
        <translation>Keine Prüfung ist geöffnet.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 decided</source>
        <translation>%1 von %2 · %3 entschieden</translation>
    </message>
</context>
<context>
    <name>vbs::QuizCard</name>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>What will the model say?</source>
        <translation>Was wird das Modell sagen?</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Click the region in the picture, or choose it here.</source>
        <translation>Klicken Sie die Region im Bild an, oder wählen Sie sie hier.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Give an answer first.</source>
        <translation>Geben Sie zuerst eine Antwort.</translation>
    </message>
    <message>
        <source>Try again, or show the answer.</source>
        <translation>Versuchen Sie es noch einmal, oder lassen Sie sich die Antwort zeigen.</translation>
    </message>
    <message numerus="yes">
        <source>(%n tries)</source>
        <translation>
            <numerusform>(%n Versuch)</numerusform>
            <numerusform>(%n Versuche)</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Right.</source>
        <translation>✓ Richtig.</translation>
    </message>
    <message>
        <source>✗ Not quite.</source>
        <translation>✗ Nicht ganz.</translation>
    </message>
</context>
<context>
    <name>vbs::QuizPart</name>
    <message>
        <source>The step asks the class nothing. Choose a kind to make it a quiz.</source>
        <translation>Der Schritt fragt die Klasse nichts. Wählen Sie eine Art, um ein Quiz daraus zu machen.</translation>
    </message>
    <message>
        <source>The class chooses one option. Mark the one that is right.</source>
        <translation>Die Klasse wählt eine Möglichkeit. Markieren Sie die richtige.</translation>
    </message>
    <message>
        <source>The class chooses all that is right, and nothing else. Mark every option that is right.</source>
        <translation>Die Klasse wählt alles, was richtig ist, und sonst nichts. Markieren Sie jede richtige Möglichkeit.</translation>
    </message>
    <message>
        <source>The class types a word or a few. Capitals, accents and a full stop do not matter.</source>
        <translation>Die Klasse tippt ein Wort oder ein paar. Groß- und Kleinschreibung, Akzente und ein Punkt sind gleichgültig.</translation>
    </message>
    <message>
        <source>The class clicks on a region of the picture. Click on every one that is right.</source>
        <translation>Die Klasse klickt eine Region des Bildes an. Klicken Sie jede an, die richtig ist.</translation>
    </message>
    <message>
        <source>The class says what the model will answer before it is seen. What was recorded is right.</source>
        <translation>Die Klasse sagt, was das Modell antworten wird, bevor es zu sehen ist. Richtig ist, was aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>Right answers, one a line</source>
        <translation>Richtige Antworten, eine je Zeile</translation>
    </message>
    <message>
        <source>Question to the class</source>
        <translation>Frage an die Klasse</translation>
    </message>
    <message>
        <source>What the class is asked; may stay empty where the text asks it</source>
        <translation>Was die Klasse gefragt wird; darf leer bleiben, wo der Text es fragt</translation>
    </message>
    <message>
        <source>Said when the answer is right</source>
        <translation>Wird gesagt, wenn die Antwort richtig ist</translation>
    </message>
    <message>
        <source>Said when the answer is right; may stay empty</source>
        <translation>Wird gesagt, wenn die Antwort richtig ist; darf leer bleiben</translation>
    </message>
    <message>
        <source>Said when the answer is wrong</source>
        <translation>Wird gesagt, wenn die Antwort falsch ist</translation>
    </message>
    <message>
        <source>Said when the answer is wrong; may stay empty</source>
        <translation>Wird gesagt, wenn die Antwort falsch ist; darf leer bleiben</translation>
    </message>
    <message>
        <source>Take the &amp;Model&apos;s Answers as Options</source>
        <translation>Antworten des &amp;Modells als Möglichkeiten übernehmen</translation>
    </message>
    <message>
        <source>Kind of quiz</source>
        <translation>Art des Quiz</translation>
    </message>
    <message>
        <source>No quiz</source>
        <translation>Kein Quiz</translation>
    </message>
    <message>
        <source>Choose one option</source>
        <translation>Eine Möglichkeit wählen</translation>
    </message>
    <message>
        <source>Choose several options</source>
        <translation>Mehrere Möglichkeiten wählen</translation>
    </message>
    <message>
        <source>Type the answer</source>
        <translation>Antwort tippen</translation>
    </message>
    <message>
        <source>Click on a region</source>
        <translation>Region anklicken</translation>
    </message>
    <message>
        <source>Predict what the model says</source>
        <translation>Vorhersagen, was das Modell sagt</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>What is said afterwards</source>
        <translation>Was danach gesagt wird</translation>
    </message>
    <message>
        <source>Change the Quiz&apos;s Question</source>
        <translation>Frage des Quiz ändern</translation>
    </message>
    <message>
        <source>Change What Is Said</source>
        <translation>Ändern, was gesagt wird</translation>
    </message>
    <message>
        <source>Change the Right Answers</source>
        <translation>Richtige Antworten ändern</translation>
    </message>
    <message>
        <source>Change an Option</source>
        <translation>Möglichkeit ändern</translation>
    </message>
    <message>
        <source>Change What Is Right</source>
        <translation>Ändern, was richtig ist</translation>
    </message>
    <message>
        <source>Add an Option</source>
        <translation>Möglichkeit hinzufügen</translation>
    </message>
    <message>
        <source>Remove an Option</source>
        <translation>Möglichkeit entfernen</translation>
    </message>
    <message>
        <source>Change the Kind of the Quiz</source>
        <translation>Art des Quiz ändern</translation>
    </message>
    <message>
        <source>Take the Model&apos;s Answers</source>
        <translation>Antworten des Modells übernehmen</translation>
    </message>
</context>
<context>
    <name>vbs::QuizSolution</name>
    <message>
        <source>Right is: %1</source>
        <translation>Richtig ist: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>vbs::QuizText</name>
    <message>
        <source>The quiz needs at least two options.</source>
        <translation>Das Quiz braucht mindestens zwei Möglichkeiten.</translation>
    </message>
    <message>
        <source>One of the options has no text.</source>
        <translation>Eine der Möglichkeiten hat keinen Text.</translation>
    </message>
    <message>
        <source>Mark which option is right.</source>
        <translation>Markieren Sie, welche Möglichkeit richtig ist.</translation>
    </message>
    <message>
        <source>Mark one option alone as right, or choose the kind with several right ones.</source>
        <translation>Markieren Sie nur eine Möglichkeit als richtig, oder wählen Sie die Art mit mehreren richtigen.</translation>
    </message>
    <message>
        <source>The step asks the model nothing, so it has no regions to click on.</source>
        <translation>Der Schritt fragt das Modell nichts, hat also keine Regionen zum Anklicken.</translation>
    </message>
    <message>
        <source>Click on the region in the picture that is right.</source>
        <translation>Klicken Sie im Bild die richtige Region an.</translation>
    </message>
    <message>
        <source>A region that is right is not in this picture: click on the right ones again.</source>
        <translation>Eine richtige Region ist nicht in diesem Bild: Klicken Sie die richtigen noch einmal an.</translation>
    </message>
    <message>
        <source>The step asks the model nothing, so there is no answer to predict.</source>
        <translation>Der Schritt fragt das Modell nichts, es gibt also keine Antwort vorherzusagen.</translation>
    </message>
    <message>
        <source>Finding phrases has no single answer to predict: choose another kind of quiz.</source>
        <translation>Die Suche nach Wortgruppen hat keine einzelne Antwort zum Vorhersagen: Wählen Sie eine andere Art Quiz.</translation>
    </message>
    <message>
        <source>Give at least two options, or none: then the answer is typed.</source>
        <translation>Geben Sie mindestens zwei Möglichkeiten oder keine: Dann wird die Antwort getippt.</translation>
    </message>
    <message>
        <source>The model says “%1”, which is none of the options.</source>
        <translation>Das Modell sagt „%1“, und das ist keine der Möglichkeiten.</translation>
    </message>
    <message>
        <source>Write down at least one answer that is right.</source>
        <translation>Schreiben Sie mindestens eine richtige Antwort auf.</translation>
    </message>
</context>
<context>
    <name>vbs::RecordedCanvas</name>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>Opening the picture</source>
        <translation>Das Bild wird geöffnet</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
</context>
<context>
    <name>vbs::RegionDelegate</name>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
</context>
<context>
    <name>vbs::RegionEditor</name>
    <message>
        <source>Drawing a Box</source>
        <translation>Rahmen zeichnen</translation>
    </message>
    <message>
        <source>Changing a Box</source>
        <translation>Rahmen ändern</translation>
    </message>
    <message>
        <source>Deleting a Box</source>
        <translation>Rahmen löschen</translation>
    </message>
    <message>
        <source>Naming a Box</source>
        <translation>Rahmen benennen</translation>
    </message>
    <message>
        <source>Using the Annotated Boxes</source>
        <translation>Annotierte Rahmen verwenden</translation>
    </message>
    <message>
        <source>Returning to Detected Regions</source>
        <translation>Zurück zu den gefundenen Regionen</translation>
    </message>
    <message>
        <source>Recalling Regions</source>
        <translation>Regionen zurückholen</translation>
    </message>
</context>
<context>
    <name>vbs::RegionHoverText</name>
    <message>
        <source>The pack sees “%1” (%2 sure)</source>
        <translation>Das Paket sieht „%1“ (zu %2 sicher)</translation>
    </message>
    <message>
        <source>Nothing here that this pack knows</source>
        <translation>Hier ist nichts, was dieses Paket kennt</translation>
    </message>
    <message>
        <source>%1 sure that this is “%2”</source>
        <translation>Zu %1 sicher, dass dies „%2“ ist</translation>
    </message>
    <message>
        <source>%1 (%2 sure)</source>
        <translation>%1 (zu %2 sicher)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>vbs::RegionListModel</name>
    <message>
        <source>%1, hidden from the model</source>
        <translation>%1, vor dem Modell verborgen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>x %1, y %2, %3 × %4 pixels</source>
        <translation>x %1, y %2, %3 × %4 Pixel</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>vbs::RegionRun</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Another model pack is in use now, which has other regions.</source>
        <translation>Jetzt ist ein anderes Modellpaket in Gebrauch, das andere Regionen hat.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>vbs::RegionRunBar</name>
    <message numerus="yes">
        <source>%1 of %n picture(s)</source>
        <translation>
            <numerusform>%1 von %n Bild</numerusform>
            <numerusform>%1 von %n Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding regions: %1</source>
        <translation>Regionen werden gesucht: %1</translation>
    </message>
    <message>
        <source>Finding regions: %1, about %2 left</source>
        <translation>Regionen werden gesucht: %1, noch etwa %2</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Angehalten bei %1</translation>
    </message>
    <message>
        <source>The regions of %1 are known.</source>
        <translation>Die Regionen von %1 sind bekannt.</translation>
    </message>
    <message>
        <source>Stopped at %1. %2</source>
        <translation>Beendet bei %1. %2</translation>
    </message>
    <message>
        <source>Pictures whose regions are known</source>
        <translation>Bilder, deren Regionen bekannt sind</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be looked at.</source>
        <translation>
            <numerusform>%n Bild konnte nicht untersucht werden.</numerusform>
            <numerusform>%n Bilder konnten nicht untersucht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>vbs::RegionText</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) (edited by you)</source>
        <translation>
            <numerusform>%n Region (von Ihnen bearbeitet)</numerusform>
            <numerusform>%n Regionen (von Ihnen bearbeitet)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n region(s)</source>
        <translation>
            <numerusform>%1 von %n Region</numerusform>
            <numerusform>%1 von %n Regionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n Region</numerusform>
            <numerusform>%n Regionen</numerusform>
        </translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>whole picture</source>
        <translation>ganzes Bild</translation>
    </message>
    <message>
        <source>whole picture: %1</source>
        <translation>ganzes Bild: %1</translation>
    </message>
</context>
<context>
    <name>vbs::RegionsPanel</name>
    <message>
        <source>Left: %1</source>
        <translation>Links: %1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>Rechts: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n box(es).</source>
        <translation>
            <numerusform>%1 enthält %n Rahmen.</numerusform>
            <numerusform>%1 enthält %n Rahmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset the Filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Use These Boxes</source>
        <translation>Diese Rahmen verwenden</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>The model sees these boxes in place of the detected ones; you can edit and save them.</source>
        <translation>Das Modell sieht diese Rahmen anstelle der gefundenen; Sie können sie bearbeiten und speichern.</translation>
    </message>
    <message>
        <source>You edited these regions; the model sees exactly these.</source>
        <translation>Sie haben diese Regionen bearbeitet; das Modell sieht genau diese.</translation>
    </message>
    <message>
        <source>Save Boxes</source>
        <translation>Rahmen speichern</translation>
    </message>
    <message>
        <source>Write the boxes to the labelme or COCO file beside the picture. They are kept in any case, for the next time that this picture is opened.</source>
        <translation>Schreibt die Rahmen in die labelme- oder COCO-Datei neben dem Bild. Aufbewahrt werden sie auf jeden Fall, bis das Bild das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
        <source>Back to Detected</source>
        <translation>Zurück zu den gefundenen</translation>
    </message>
    <message>
        <source>Drop your edits and use the regions that the extractor detected</source>
        <translation>Ihre Bearbeitung verwerfen und die Regionen verwenden, die der Extraktor gefunden hat</translation>
    </message>
    <message>
        <source>Score at least, slider</source>
        <translation>Mindestsicherheit, Schieberegler</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Score at least</source>
        <translation>Mindestsicherheit</translation>
    </message>
    <message>
        <source>Maximum number of regions, slider</source>
        <translation>Höchstzahl der Regionen, Schieberegler</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Maximum number of regions</source>
        <translation>Höchstzahl der Regionen</translation>
    </message>
    <message>
        <source>Show all regions</source>
        <translation>Alle Regionen zeigen</translation>
    </message>
    <message>
        <source>Regions with a lower score are hidden from the model.</source>
        <translation>Weniger sichere Regionen werden vor dem Modell verborgen.</translation>
    </message>
    <message>
        <source>The model gets only the most certain regions, as many as this.</source>
        <translation>Das Modell bekommt nur die sichersten Regionen, höchstens so viele.</translation>
    </message>
    <message>
        <source>Show at most</source>
        <translation>Höchstens zeigen</translation>
    </message>
    <message>
        <source>Open a picture to see its regions here.</source>
        <translation>Öffnen Sie ein Bild, um hier seine Regionen zu sehen.</translation>
    </message>
    <message>
        <source>The regions of this picture have not been detected yet.</source>
        <translation>Die Regionen dieses Bildes wurden noch nicht gesucht.</translation>
    </message>
    <message>
        <source>Without regions the model sees no object. Press D to draw one.</source>
        <translation>Ohne Regionen sieht das Modell keinen Gegenstand. Drücken Sie D, um eine zu zeichnen.</translation>
    </message>
    <message>
        <source>No object was found. Press D to draw a region yourself.</source>
        <translation>Es wurde kein Gegenstand gefunden. Drücken Sie D, um selbst eine Region zu zeichnen.</translation>
    </message>
    <message>
        <source>The filter hides every region.</source>
        <translation>Der Filter verbirgt alle Regionen.</translation>
    </message>
    <message>
        <source>Not kept on disk: %1</source>
        <translation>Nicht auf dem Datenträger aufbewahrt: %1</translation>
    </message>
    <message>
        <source>Read from the cache</source>
        <translation>Aus dem Zwischenspeicher gelesen</translation>
    </message>
    <message>
        <source>Described in %1</source>
        <translation>Beschrieben in %1</translation>
    </message>
    <message>
        <source>Found in %1</source>
        <translation>Gefunden in %1</translation>
    </message>
    <message>
        <source>The model pack&apos;s region finder describes each region by %1 numbers, which the model reads.</source>
        <translation>Die Regionensuche des Modellpakets beschreibt jede Region durch %1 Zahlen, die das Modell liest.</translation>
    </message>
</context>
<context>
    <name>vbs::ResultsPage</name>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ richtig</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ falsch</translation>
    </message>
    <message numerus="yes">
        <source>(%n tries)</source>
        <translation>
            <numerusform>(%n Versuch)</numerusform>
            <numerusform>(%n Versuche)</numerusform>
        </translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Ihr &amp;Name</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Save Results as CSV…</source>
        <translation>Ergebnisse als CSV speichern…</translation>
    </message>
    <message>
        <source>Forget My Answers</source>
        <translation>Meine Antworten vergessen</translation>
    </message>
    <message>
        <source>To the First Step</source>
        <translation>Zum ersten Schritt</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>Ihre Ergebnisse</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 von %2 richtig</translation>
    </message>
</context>
<context>
    <name>vbs::ReviewCanvas</name>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>Where the model sees “%1”</source>
        <translation>Wo das Modell „%1“ sieht</translation>
    </message>
    <message>
        <source>What speaks for “%1”</source>
        <translation>Was für „%1“ spricht</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Opening the review</source>
        <translation>Die Prüfung wird geöffnet</translation>
    </message>
    <message>
        <source>The item can be reviewed as text. If the pictures were moved, say where they are: Review, Locate the Pictures.</source>
        <translation>Der Eintrag lässt sich als Text prüfen. Wenn die Bilder verschoben wurden, sagen Sie, wo sie sind: Prüfung, Bilder suchen.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>thing</source>
        <translation>Gegenstand</translation>
    </message>
</context>
<context>
    <name>vbs::ReviewCanvasPanel</name>
    <message>
        <source>Right picture</source>
        <translation>Rechtes Bild</translation>
    </message>
</context>
<context>
    <name>vbs::ReviewDesk</name>
    <message>
        <source>%1 has changed since the project was made. A new project of it can take over all decisions; an export needs the file as it was.</source>
        <translation>%1 hat sich geändert, seit das Projekt angelegt wurde. Ein neues Projekt daraus kann alle Entscheidungen übernehmen; ein Export braucht die Datei, wie sie war.</translation>
    </message>
    <message>
        <source>This was not kept: %1</source>
        <translation>Das wurde nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>There is no item %1: give its name in the data set, or its place in the queue, 1 to %2.</source>
        <translation>Es gibt keinen Eintrag %1: Geben Sie seinen Namen im Datensatz an oder seinen Platz in der Warteschlange, 1 bis %2.</translation>
    </message>
    <message>
        <source>The model stopped answering: %1</source>
        <translation>Das Modell hat aufgehört zu antworten: %1</translation>
    </message>
    <message>
        <source>Every item in this queue is decided.</source>
        <translation>Alle Einträge dieser Warteschlange sind entschieden.</translation>
    </message>
    <message>
        <source>Every item in this queue is decided, or others have it open.</source>
        <translation>Alle Einträge dieser Warteschlange sind entschieden, oder andere haben sie geöffnet.</translation>
    </message>
    <message>
        <source>What was read before the server went away is decided. You can go on when it is there again.</source>
        <translation>Was vor dem Ausfall des Servers gelesen wurde, ist entschieden. Sie können weitermachen, sobald er wieder da ist.</translation>
    </message>
    <message>
        <source>Others had decided an item that you decided without the server. Where you differ it is in conflict now.</source>
        <translation>Andere hatten über einen Eintrag entschieden, über den Sie ohne den Server entschieden haben. Wo Sie voneinander abweichen, ist er jetzt strittig.</translation>
    </message>
    <message>
        <source>The server cannot be reached. You can go on: what you decide is kept on this computer and sent when the server is there again.</source>
        <translation>Der Server ist nicht erreichbar. Sie können weitermachen: Was Sie entscheiden, wird auf diesem Rechner aufbewahrt und gesendet, sobald der Server wieder da ist.</translation>
    </message>
    <message>
        <source>The server is there again, and has all that you decided.</source>
        <translation>Der Server ist wieder da und hat alles, was Sie entschieden haben.</translation>
    </message>
    <message>
        <source>The server does not answer. Closing the review stops waiting for it.</source>
        <translation>Der Server antwortet nicht. Wenn Sie die Prüfung schließen, wird nicht länger auf ihn gewartet.</translation>
    </message>
    <message>
        <source>The server does not answer. Your last decision is not kept yet.</source>
        <translation>Der Server antwortet nicht. Ihre letzte Entscheidung ist noch nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>vbs::ReviewFacts</name>
    <message>
        <source>About This Review</source>
        <translation>Über diese Prüfung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Aufbewahrt in</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>With faults</source>
        <translation>Mit Mängeln</translation>
    </message>
    <message>
        <source>%1: a picture is missing, or the record is damaged</source>
        <translation>%1: Ein Bild fehlt, oder der Eintrag ist beschädigt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>none was asked</source>
        <translation>keines wurde befragt</translation>
    </message>
    <message>
        <source>%1, asked about %2</source>
        <translation>%1, befragt zu %2</translation>
    </message>
    <message>
        <source>Reviewers an item</source>
        <translation>Prüfende je Eintrag</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>%1 accepted (%2 of all are corrected), %3 rejected, %4 unsure, %5 undecided</source>
        <translation>%1 angenommen (%2 von allen sind korrigiert), %3 abgelehnt, %4 unsicher, %5 offen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>Prüfende</translation>
    </message>
    <message>
        <source>Show Items with Faults</source>
        <translation>Einträge mit Mängeln zeigen</translation>
    </message>
</context>
<context>
    <name>vbs::ReviewLook</name>
    <message>
        <source>No model is loaded. Choose one in the main window.</source>
        <translation>Kein Modell ist geladen. Wählen Sie eines im Hauptfenster.</translation>
    </message>
</context>
<context>
    <name>vbs::ReviewMetricsPanel</name>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>No model has been asked about the items yet. Once one has, its figures before and after the review stand here.</source>
        <translation>Zu den Einträgen wurde noch kein Modell befragt. Danach stehen hier seine Kennzahlen vor und nach der Prüfung.</translation>
    </message>
    <message>
        <source>Most frequent confusions</source>
        <translation>Häufigste Verwechslungen</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>Annotiert</translation>
    </message>
    <message>
        <source>The model&apos;s answer</source>
        <translation>Antwort des Modells</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Agreement of the reviewers</source>
        <translation>Übereinstimmung der Prüfenden</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Computing new figures…</source>
        <translation>Neue Kennzahlen werden berechnet…</translation>
    </message>
    <message>
        <source>Computing the figures…</source>
        <translation>Die Kennzahlen werden berechnet…</translation>
    </message>
    <message>
        <source>%1 was asked about %2.</source>
        <translation>%1 wurde zu %2 befragt.</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha</source>
        <translation>Krippendorffs Alpha</translation>
    </message>
    <message>
        <source>Fleiss&apos; kappa</source>
        <translation>Fleiss’ Kappa</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa: %1 and %2</source>
        <translation>Cohens Kappa: %1 und %2</translation>
    </message>
</context>
<context>
    <name>vbs::ReviewStartPage</name>
    <message>
        <source>Review annotations</source>
        <translation>Annotationen prüfen</translation>
    </message>
    <message>
        <source>A review goes through a data set with the items first that most likely are wrong. The model answers each in the background; one key decides and goes on. Your data set&apos;s own files are never changed: what you decide is kept apart, and exported when you want it.</source>
        <translation>Eine Prüfung geht einen Datensatz durch und beginnt mit den Einträgen, die am ehesten falsch sind. Das Modell beantwortet jeden im Hintergrund; eine Taste entscheidet und geht weiter. Die Dateien Ihres Datensatzes werden nie geändert: Was Sie entscheiden, wird getrennt aufbewahrt und exportiert, wenn Sie es wollen.</translation>
    </message>
    <message>
        <source>VQA v2, LXMERT&apos;s VQA, NLVR2, VCR, Flickr30k Entities, boxes of COCO and labelme.</source>
        <translation>VQA v2, VQA von LXMERT, NLVR2, VCR, Flickr30k Entities, Rahmen von COCO und labelme.</translation>
    </message>
    <message>
        <source>New Review…</source>
        <translation>Neue Prüfung…</translation>
    </message>
    <message>
        <source>Open a Review…</source>
        <translation>Prüfung öffnen…</translation>
    </message>
    <message>
        <source>Try a Review</source>
        <translation>Prüfung ausprobieren</translation>
    </message>
    <message>
        <source>A small data set of drawn scenes, a tenth of whose annotations is wrong on purpose</source>
        <translation>Ein kleiner Datensatz gezeichneter Szenen, bei dem ein Zehntel der Annotationen absichtlich falsch ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Recent reviews</source>
        <translation>Zuletzt geprüft</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>vbs::ReviewStatus</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (you): %2 decided</source>
        <translation>%1 (Sie): %2 entschieden</translation>
    </message>
    <message>
        <source>%1: %2 decided, not here now</source>
        <translation>%1: %2 entschieden, gerade nicht hier</translation>
    </message>
    <message>
        <source>%1: %2 decided, has %3 open</source>
        <translation>%1: %2 entschieden, hat %3 geöffnet</translation>
    </message>
    <message>
        <source>How far the model is</source>
        <translation>Wie weit das Modell ist</translation>
    </message>
    <message>
        <source>Reviewer: %1</source>
        <translation>Prüfer/in: %1</translation>
    </message>
    <message>
        <source>Reviewer: %1 · %2 decided</source>
        <translation>Prüfer/in: %1 · %2 entschieden</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 von %2 entschieden</translation>
    </message>
    <message>
        <source>%1 corrected</source>
        <translation>%1 korrigiert</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 unsure</source>
        <translation>%1 unsicher</translation>
    </message>
    <message>
        <source>%1 in conflict</source>
        <translation>%1 strittig</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Ask the Model</source>
        <translation>Modell befragen</translation>
    </message>
    <message>
        <source>Model: %1 of %2 · %3 left</source>
        <translation>Modell: %1 von %2 · noch %3</translation>
    </message>
    <message>
        <source>Model: %1 of %2</source>
        <translation>Modell: %1 von %2</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Kein Modell ist geladen</translation>
    </message>
    <message>
        <source>The model was asked about all items</source>
        <translation>Das Modell wurde zu allen Einträgen befragt</translation>
    </message>
    <message>
        <source>Server does not answer</source>
        <translation>Server antwortet nicht</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Server away</source>
        <translation>Server nicht da</translation>
    </message>
    <message>
        <source>%1 · %2 waiting to be sent</source>
        <translation>%1 · %2 noch zu senden</translation>
    </message>
    <message>
        <source>%1 · %2 is here</source>
        <translation>%1 · %2 ist hier</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n others are here</source>
        <translation>
            <numerusform>%1 · %n weitere Person ist hier</numerusform>
            <numerusform>%1 · %n weitere Personen sind hier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::ReviewText</name>
    <message>
        <source>As in the data set</source>
        <translation>Wie im Datensatz</translation>
    </message>
    <message>
        <source>Most surprising first</source>
        <translation>Überraschendste zuerst</translation>
    </message>
    <message>
        <source>Least certain first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>People disagree first</source>
        <translation>Uneinige zuerst</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>By picture</source>
        <translation>Nach Bildern</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>accepted it</source>
        <translation>hat angenommen</translation>
    </message>
    <message>
        <source>rejected it</source>
        <translation>hat abgelehnt</translation>
    </message>
    <message>
        <source>was unsure</source>
        <translation>war unsicher</translation>
    </message>
    <message>
        <source>corrected it</source>
        <translation>hat korrigiert</translation>
    </message>
    <message>
        <source>flagged it</source>
        <translation>hat vorgemerkt</translation>
    </message>
    <message>
        <source>took the flag away</source>
        <translation>hat die Vormerkung entfernt</translation>
    </message>
    <message>
        <source>tagged it</source>
        <translation>hat ein Schlagwort vergeben</translation>
    </message>
    <message>
        <source>took a tag away</source>
        <translation>hat ein Schlagwort entfernt</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>hat kommentiert</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>All but rejected items</source>
        <translation>Alle außer abgelehnten Einträgen</translation>
    </message>
    <message>
        <source>Accepted items only</source>
        <translation>Nur angenommene Einträge</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 written, %2 of them changed, %3 left out.</source>
        <translation>Geschrieben: %1, davon %2 geändert; ausgelassen: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are listed.</source>
        <translation>
            <numerusform>%Ln Änderung ist aufgelistet.</numerusform>
            <numerusform>%Ln Änderungen sind aufgelistet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) of the model are written.</source>
        <translation>
            <numerusform>%Ln Modellergebnis ist geschrieben.</numerusform>
            <numerusform>%Ln Modellergebnisse sind geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is written.</source>
        <translation>Der Bericht ist geschrieben.</translation>
    </message>
</context>
<context>
    <name>vbs::ReviewWindow</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Where the Model Looks</source>
        <translation>Modellblick</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>%1 – Review – %2</source>
        <translation>%1 – Prüfung – %2</translation>
    </message>
    <message>
        <source>Review – %1</source>
        <translation>Prüfung – %1</translation>
    </message>
    <message>
        <source>The answers are those of %1. The model that is loaded was not asked.</source>
        <translation>Die Antworten sind die von %1. Das geladene Modell wurde nicht befragt.</translation>
    </message>
    <message>
        <source>Ask the loaded model</source>
        <translation>Geladenes Modell befragen</translation>
    </message>
    <message>
        <source>%1 lacked a picture or were damaged when this review was made, and stay marked so. Carry the review over to take in what is there now; all decisions go along.</source>
        <translation>%1: Bei so vielen fehlte ein Bild oder sie waren beschädigt, als diese Prüfung angelegt wurde, und das bleibt vermerkt. Übertragen Sie die Prüfung, um aufzunehmen, was jetzt vorhanden ist; alle Entscheidungen gehen mit.</translation>
    </message>
    <message>
        <source>Open a Review on a Server</source>
        <translation>Prüfung auf einem Server öffnen</translation>
    </message>
    <message>
        <source>Its address:</source>
        <translation>Die Adresse:</translation>
    </message>
    <message>
        <source>An address begins with postgresql://</source>
        <translation>Eine Adresse beginnt mit postgresql://</translation>
    </message>
    <message>
        <source>Drawing scenes with errors in their annotations…</source>
        <translation>Szenen mit Fehlern in den Annotationen werden gezeichnet…</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Your Name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Decisions are kept under this name:</source>
        <translation>Entscheidungen werden unter diesem Namen aufbewahrt:</translation>
    </message>
    <message>
        <source>Go to an Item</source>
        <translation>Gehe zu einem Eintrag</translation>
    </message>
    <message>
        <source>Its name in the data set, or its place in the queue:</source>
        <translation>Sein Name im Datensatz oder sein Platz in der Warteschlange:</translation>
    </message>
</context>
<context>
    <name>vbs::SaidCard</name>
    <message>
        <source>Word %1</source>
        <translation>Wort %1</translation>
    </message>
    <message>
        <source>What the model says</source>
        <translation>Was das Modell sagt</translation>
    </message>
    <message>
        <source>Whether it fits</source>
        <translation>Ob es passt</translation>
    </message>
</context>
<context>
    <name>vbs::SecondChooser</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the second model</source>
        <translation>Das zweite Modell wählen</translation>
    </message>
    <message>
        <source>%1, computed in %2</source>
        <translation>%1, in %2 berechnet</translation>
    </message>
    <message>
        <source>Open Pack Folder…</source>
        <translation>Paketordner öffnen…</translation>
    </message>
</context>
<context>
    <name>vbs::SecondModel</name>
    <message>
        <source>This is the model in use now: choose another one beside it.</source>
        <translation>Das ist das Modell, das jetzt in Gebrauch ist: Wählen Sie ein anderes daneben.</translation>
    </message>
    <message>
        <source>“%1” has no model for %2.</source>
        <translation>„%1“ hat kein Modell für %2.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>vbs::SentenceEdit</name>
    <message>
        <source>Clear the text</source>
        <translation>Text löschen</translation>
    </message>
</context>
<context>
    <name>vbs::SequenceLook</name>
    <message>
        <source>What looks at it</source>
        <translation>Was darauf blickt</translation>
    </message>
    <message>
        <source>What the model reads: words, then regions</source>
        <translation>Was das Modell liest: Wörter, dann Regionen</translation>
    </message>
    <message>
        <source>layer %1, all heads</source>
        <translation>Schicht %1, alle Köpfe</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>Schicht %1, Kopf %2</translation>
    </message>
    <message>
        <source>What looks at “%1” (%2)</source>
        <translation>Was auf „%1“ blickt (%2)</translation>
    </message>
    <message>
        <source>Where “%1” looks (%2)</source>
        <translation>Worauf „%1“ blickt (%2)</translation>
    </message>
</context>
<context>
    <name>vbs::SequenceView</name>
    <message>
        <source>Click a word or a region. Attention shows where the model takes information from, not why it answers as it does.</source>
        <translation>Klicken Sie auf ein Wort oder eine Region. Die Aufmerksamkeit zeigt, woher das Modell Information nimmt, nicht, warum es so antwortet.</translation>
    </message>
    <message>
        <source>What looks at “%1”</source>
        <translation>Was auf „%1“ blickt</translation>
    </message>
    <message>
        <source>Where “%1” looks</source>
        <translation>Worauf „%1“ blickt</translation>
    </message>
    <message>
        <source>Words and regions</source>
        <translation>Wörter und Regionen</translation>
    </message>
</context>
<context>
    <name>vbs::ShortcutsPage</name>
    <message>
        <source>Keyboard and Mouse</source>
        <translation>Tastatur und Maus</translation>
    </message>
    <message>
        <source>Keys and mouse gestures</source>
        <translation>Tasten und Mausgesten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Key or gesture</source>
        <translation>Taste oder Geste</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>Nach einer Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Ändern…</translation>
    </message>
    <message>
        <source>Press another key for this action (Return or F2)</source>
        <translation>Eine andere Taste für diese Aktion drücken (Eingabe oder F2)</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>Press one more key for this action</source>
        <translation>Eine weitere Taste für diese Aktion drücken</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>This action gets no key (Del)</source>
        <translation>Diese Aktion bekommt keine Taste (Entf)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>This action gets its standard keys again</source>
        <translation>Diese Aktion bekommt wieder ihre Standardtasten</translation>
    </message>
    <message>
        <source>Restore A&amp;ll</source>
        <translation>A&amp;lle zurücksetzen</translation>
    </message>
    <message>
        <source>Every action gets its standard keys again</source>
        <translation>Jede Aktion bekommt wieder ihre Standardtasten</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Press Return to give this action another key, or Del to take it away.</source>
        <translation>Drücken Sie die Eingabetaste, um dieser Aktion eine andere Taste zu geben, oder Entf, um sie wegzunehmen.</translation>
    </message>
    <message>
        <source>This stays as it is: only keys of actions can be changed.</source>
        <translation>Das bleibt, wie es ist: Nur die Tasten von Aktionen lassen sich ändern.</translation>
    </message>
    <message>
        <source>Pick an action to change its key. What you changed is bold.</source>
        <translation>Wählen Sie eine Aktion, um ihre Taste zu ändern. Was Sie geändert haben, ist fett.</translation>
    </message>
    <message>
        <source>All of Them</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>vbs::Stage</name>
    <message>
        <source>preparing the picture</source>
        <translation>das Bild wird vorbereitet</translation>
    </message>
    <message>
        <source>looking at the picture</source>
        <translation>das Bild wird betrachtet</translation>
    </message>
    <message>
        <source>where things may be</source>
        <translation>wo etwas sein kann</translation>
    </message>
    <message>
        <source>what they are</source>
        <translation>was es ist</translation>
    </message>
    <message>
        <source>hiding regions one by one</source>
        <translation>Regionen werden einzeln verborgen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>vbs::StatusPanel</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the current operation</source>
        <translation>Den laufenden Vorgang abbrechen</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>frame 1 of %1</source>
        <translation>Einzelbild 1 von %1</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>Picked: %1, %2 × %3</source>
        <translation>Gewählt: %1, %2 × %3</translation>
    </message>
    <message>
        <source>No model pack</source>
        <translation>Kein Modellpaket</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n Thread</numerusform>
            <numerusform>%n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>running on the CPU (%1)</source>
        <translation>läuft auf dem Prozessor (%1)</translation>
    </message>
    <message>
        <source>running on %1</source>
        <translation>läuft auf %1</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>%1
%2
Precision: %3. LibTorch %4.</source>
        <translation>%1
%2
Genauigkeit: %3. LibTorch %4.</translation>
    </message>
    <message>
        <source>Regions %1 (cached)</source>
        <translation>Regionen %1 (Cache)</translation>
    </message>
    <message>
        <source>Regions %1</source>
        <translation>Regionen %1</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwort %1</translation>
    </message>
</context>
<context>
    <name>vbs::StepBar</name>
    <message>
        <source>Your results</source>
        <translation>Ihre Ergebnisse</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>vbs::StepCanvas</name>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
</context>
<context>
    <name>vbs::StepEditor</name>
    <message>
        <source>Title of the step</source>
        <translation>Titel des Schritts</translation>
    </message>
    <message>
        <source>Text of the step</source>
        <translation>Text des Schritts</translation>
    </message>
    <message>
        <source>What the class reads beside the picture</source>
        <translation>Was die Klasse neben dem Bild liest</translation>
    </message>
    <message>
        <source>Change the Text</source>
        <translation>Text ändern</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>Picture and Mo&amp;del</source>
        <translation>Bild und Mo&amp;dell</translation>
    </message>
    <message>
        <source>&amp;Quiz</source>
        <translation>&amp;Quiz</translation>
    </message>
    <message>
        <source>Notes for the teacher</source>
        <translation>Notizen für die Lehrkraft</translation>
    </message>
    <message>
        <source>What the teacher sees and the class does not</source>
        <translation>Was die Lehrkraft sieht und die Klasse nicht</translation>
    </message>
    <message>
        <source>Change the Notes</source>
        <translation>Notizen ändern</translation>
    </message>
    <message>
        <source>N&amp;otes for the Teacher</source>
        <translation>N&amp;otizen für die Lehrkraft</translation>
    </message>
    <message>
        <source>Change the Title</source>
        <translation>Titel ändern</translation>
    </message>
    <message>
        <source>&amp;Quiz •</source>
        <translation>&amp;Quiz •</translation>
    </message>
    <message>
        <source>N&amp;otes for the Teacher •</source>
        <translation>N&amp;otizen für die Lehrkraft •</translation>
    </message>
</context>
<context>
    <name>vbs::StepListModel</name>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Neu aufzeichnen</translation>
    </message>
    <message>
        <source>Quiz unfinished</source>
        <translation>Quiz unfertig</translation>
    </message>
    <message>
        <source>Text missing</source>
        <translation>Text fehlt</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
</context>
<context>
    <name>vbs::StepPage</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation>Linkes Bild</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>Rechtes Bild</translation>
    </message>
    <message>
        <source>Asked: %1</source>
        <translation>Gefragt: %1</translation>
    </message>
    <message>
        <source>For the teacher</source>
        <translation>Für die Lehrkraft</translation>
    </message>
    <message>
        <source>This step was not recorded.</source>
        <translation>Dieser Schritt wurde nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>The answer is hidden until you show it.</source>
        <translation>Die Antwort bleibt verborgen, bis Sie sie zeigen.</translation>
    </message>
    <message>
        <source>Show the Answer</source>
        <translation>Antwort zeigen</translation>
    </message>
    <message>
        <source>The model says</source>
        <translation>Das Modell sagt</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>vbs::StepRecorder</name>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>No model is loaded, so nothing was recorded: choose one in the main window.</source>
        <translation>Es ist kein Modell geladen, also wurde nichts aufgezeichnet: Wählen Sie eines im Hauptfenster.</translation>
    </message>
    <message>
        <source>Recording what the model says: step %1 of %2.</source>
        <translation>Was das Modell sagt, wird aufgezeichnet: Schritt %1 von %2.</translation>
    </message>
    <message>
        <source>Recording what the model says…</source>
        <translation>Was das Modell sagt, wird aufgezeichnet…</translation>
    </message>
    <message>
        <source>No model is loaded to check the lesson against: choose one in the main window.</source>
        <translation>Es ist kein Modell geladen, mit dem sich die Lektion vergleichen ließe: Wählen Sie eines im Hauptfenster.</translation>
    </message>
    <message>
        <source>Comparing the lesson with what the model says now…</source>
        <translation>Die Lektion wird mit dem verglichen, was das Modell jetzt sagt…</translation>
    </message>
    <message>
        <source>All steps are as the model says now.</source>
        <translation>Alle Schritte sind so, wie das Modell jetzt sagt.</translation>
    </message>
</context>
<context>
    <name>vbs::StrangenessStrip</name>
    <message>
        <source>Get Models for Photos…</source>
        <translation>Modelle für Fotos holen…</translation>
    </message>
</context>
<context>
    <name>vbs::StrangenessText</name>
    <message>
        <source>Both pictures are unlike everything that “%1” knows: its answers mean little.</source>
        <translation>Beide Bilder sind allem unähnlich, was „%1“ kennt: Die Antworten bedeuten wenig.</translation>
    </message>
    <message>
        <source>This picture is unlike everything that “%1” knows: its answers mean little.</source>
        <translation>Dieses Bild ist allem unähnlich, was „%1“ kennt: Die Antworten bedeuten wenig.</translation>
    </message>
    <message>
        <source>The left picture is unlike everything that “%1” knows: its answers mean little.</source>
        <translation>Das linke Bild ist allem unähnlich, was „%1“ kennt: Die Antworten bedeuten wenig.</translation>
    </message>
    <message>
        <source>The right picture is unlike everything that “%1” knows: its answers mean little.</source>
        <translation>Das rechte Bild ist allem unähnlich, was „%1“ kennt: Die Antworten bedeuten wenig.</translation>
    </message>
    <message>
        <source>this pack</source>
        <translation>dieses Paket</translation>
    </message>
    <message>
        <source>This pack never learned a text of this kind: the answer is a guess.</source>
        <translation>Dieses Paket hat nie einen Text dieser Art gelernt: Die Antwort ist geraten.</translation>
    </message>
</context>
<context>
    <name>vbs::SystemFileChooser</name>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” exists already. Replace it?</source>
        <translation>„%1“ ist schon vorhanden. Soll die Datei ersetzt werden?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Open Pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Open a Second Picture</source>
        <translation>Zweites Bild öffnen</translation>
    </message>
    <message>
        <source>Locate “%1”</source>
        <translation>„%1“ suchen</translation>
    </message>
    <message>
        <source>Add Files of Models</source>
        <translation>Modelldateien hinzufügen</translation>
    </message>
    <message>
        <source>Choose a Folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Data sets (*.json *.jsonl *.txt);;All files (*)</source>
        <translation>Datensätze (*.json *.jsonl *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a Review Project</source>
        <translation>Prüfprojekt öffnen</translation>
    </message>
    <message>
        <source>Review projects (*.vbsreview);;All files (*)</source>
        <translation>Prüfprojekte (*.vbsreview);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Lessons (*.vbslesson lesson.json)</source>
        <translation>Lektionen (*.vbslesson lesson.json)</translation>
    </message>
</context>
<context>
    <name>vbs::TagsRow</name>
    <message>
        <source>Add or remove a tag</source>
        <translation>Schlagwort hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>%1  ×</source>
        <translation>%1  ×</translation>
    </message>
    <message>
        <source>Take the tag away</source>
        <translation>Das Schlagwort entfernen</translation>
    </message>
    <message>
        <source>Tag %1; press to take it away</source>
        <translation>Schlagwort %1; drücken Sie, um es zu entfernen</translation>
    </message>
</context>
<context>
    <name>vbs::TakingText</name>
    <message>
        <source>There is no picture to take: open one in the main window first.</source>
        <translation>Es gibt kein Bild zu übernehmen: Öffnen Sie zuerst eines im Hauptfenster.</translation>
    </message>
    <message>
        <source>Only a small copy of this picture is here: locate the picture first.</source>
        <translation>Von diesem Bild ist nur eine kleine Kopie da: Suchen Sie zuerst das Bild.</translation>
    </message>
</context>
<context>
    <name>vbs::TaskChooser</name>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>%1: the model pack in use has no model for this.</source>
        <translation>%1: Das verwendete Modellpaket hat dafür kein Modell.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>vbs::TaskHint</name>
    <message>
        <source>This is a statement, not a question.</source>
        <translation>Das ist eine Aussage, keine Frage.</translation>
    </message>
    <message>
        <source>This is a statement about two pictures.</source>
        <translation>Das ist eine Aussage über zwei Bilder.</translation>
    </message>
    <message>
        <source>Ask answers questions; Find looks for things.</source>
        <translation>„Frage“ beantwortet Fragen; „Suche“ sucht Dinge.</translation>
    </message>
    <message>
        <source>Blanks are filled in on another page.</source>
        <translation>Lücken werden auf einer anderen Seite gefüllt.</translation>
    </message>
    <message>
        <source>This is a question; Compare judges statements.</source>
        <translation>Das ist eine Frage; „Vergleich“ beurteilt Aussagen.</translation>
    </message>
    <message>
        <source>Compare judges statements; Find looks for things.</source>
        <translation>„Vergleich“ beurteilt Aussagen; „Suche“ sucht Dinge.</translation>
    </message>
    <message>
        <source>This is a question; Find looks for things.</source>
        <translation>Das ist eine Frage; „Suche“ sucht Dinge.</translation>
    </message>
    <message>
        <source>This is a question; Fill in reads statements.</source>
        <translation>Das ist eine Frage; „Lücken“ liest Aussagen.</translation>
    </message>
    <message>
        <source>Fill in reads captions; Find looks for things.</source>
        <translation>„Lücken“ liest Bildunterschriften; „Suche“ sucht Dinge.</translation>
    </message>
    <message>
        <source>Ask It</source>
        <translation>Dort fragen</translation>
    </message>
    <message>
        <source>Go to “%1”</source>
        <translation>Zu „%1“</translation>
    </message>
</context>
<context>
    <name>vbs::TaskPage</name>
    <message>
        <source>Open a picture first.</source>
        <translation>Öffnen Sie zuerst ein Bild.</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
</context>
<context>
    <name>vbs::TaskPanel</name>
    <message>
        <source>The diamond on each bar shows how probable the answer would be from the text alone. Where bar and diamond agree, the model may not have looked at the picture.</source>
        <translation>Die Raute auf jedem Balken zeigt, wie wahrscheinlich die Antwort nur aus dem Text wäre. Wo Balken und Raute übereinstimmen, hat das Modell vielleicht nicht auf das Bild gesehen.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>Sample: %1</source>
        <translation>Beispiel: %1</translation>
    </message>
    <message>
        <source>Try: %1</source>
        <translation>Probieren: %1</translation>
    </message>
    <message>
        <source>%1
Opens the pack&apos;s own picture</source>
        <translation>%1
Öffnet das eigene Bild des Pakets</translation>
    </message>
    <message>
        <source>Why “%1”?</source>
        <translation>Warum „%1“?</translation>
    </message>
</context>
<context>
    <name>vbs::TaskTable</name>
    <message>
        <source>Type a question about the picture.</source>
        <translation>Geben Sie eine Frage zum Bild ein.</translation>
    </message>
    <message>
        <source>Type a statement about both pictures.</source>
        <translation>Geben Sie eine Aussage über beide Bilder ein.</translation>
    </message>
    <message>
        <source>Type at least two choices.</source>
        <translation>Geben Sie mindestens zwei Antwortmöglichkeiten ein.</translation>
    </message>
    <message>
        <source>Two choices are the same: change one of them.</source>
        <translation>Zwei Antwortmöglichkeiten sind gleich: Ändern Sie eine davon.</translation>
    </message>
    <message>
        <source>Type what should be found.</source>
        <translation>Geben Sie ein, was gesucht werden soll.</translation>
    </message>
    <message>
        <source>Click a word to find it, or drag over several.</source>
        <translation>Klicken Sie auf ein Wort, um es zu suchen, oder ziehen Sie über mehrere.</translation>
    </message>
    <message>
        <source>Type a sentence about the picture.</source>
        <translation>Geben Sie einen Satz über das Bild ein.</translation>
    </message>
    <message>
        <source>does not fit the picture</source>
        <translation>passt nicht zum Bild</translation>
    </message>
    <message>
        <source>fits the picture</source>
        <translation>passt zum Bild</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Ask a question about the picture</source>
        <translation>Eine Frage zum Bild stellen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Is a statement true of two pictures?</source>
        <translation>Trifft eine Aussage auf zwei Bilder zu?</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Which of several answers is best?</source>
        <translation>Welche von mehreren Antworten ist die beste?</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Find what the phrases of a sentence mean</source>
        <translation>Finden, was die Wortgruppen eines Satzes meinen</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Fill in the words of a caption, and see whether it fits</source>
        <translation>Wörter einer Bildunterschrift ergänzen und sehen, ob sie passt</translation>
    </message>
    <message>
        <source>Shorten the text: at most %1 characters can be asked.</source>
        <translation>Kürzen Sie den Text: Höchstens %1 Zeichen können gefragt werden.</translation>
    </message>
</context>
<context>
    <name>vbs::TextRow</name>
    <message>
        <source>%L1 characters; at most %L2 can be asked.</source>
        <translation>%L1 Zeichen; höchstens %L2 können gefragt werden.</translation>
    </message>
    <message>
        <source>%L1 of %L2 characters</source>
        <translation>%L1 von %L2 Zeichen</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>This pack never learned %1: the answer is a guess.</source>
        <translation>Dieses Paket hat %1 nie gelernt: Die Antwort ist geraten.</translation>
    </message>
</context>
<context>
    <name>vbs::TokenStrip</name>
    <message>
        <source>Word pieces of the question</source>
        <translation>Wortteile der Frage</translation>
    </message>
    <message>
        <source>Words of the question</source>
        <translation>Wörter der Frage</translation>
    </message>
    <message>
        <source>%1
%2: %3</source>
        <translation>%1
%2: %3</translation>
    </message>
</context>
<context>
    <name>vbs::TryCard</name>
    <message>
        <source>Try It Yourself</source>
        <translation>Selbst ausprobieren</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>The model here says</source>
        <translation>Das Modell hier sagt</translation>
    </message>
    <message>
        <source>Question to the model here</source>
        <translation>Frage an das Modell hier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The model is being asked…</source>
        <translation>Das Modell wird gefragt…</translation>
    </message>
</context>
<context>
    <name>vbs::TwoModelsText</name>
    <message>
        <source>Both models find the same regions.</source>
        <translation>Beide Modelle finden dieselben Regionen.</translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s) mean another region to the second model.</source>
        <translation>
            <numerusform>%n Wortgruppe meint für das zweite Modell eine andere Region.</numerusform>
            <numerusform>%n Wortgruppen meinen für das zweite Modell eine andere Region.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both models say “%1”.</source>
        <translation>Beide Modelle sagen „%1“.</translation>
    </message>
    <message>
        <source>The first model says “%1”, the second “%2”.</source>
        <translation>Das erste Modell sagt „%1“, das zweite „%2“.</translation>
    </message>
    <message>
        <source>The answers are equally probable.</source>
        <translation>Die Antworten sind gleich wahrscheinlich.</translation>
    </message>
    <message>
        <source>%1 of the probability lies on other answers.</source>
        <translation>%1 der Wahrscheinlichkeit liegen auf anderen Antworten.</translation>
    </message>
    <message>
        <source>The explanations share %1 of their weight.</source>
        <translation>Die Erklärungen haben %1 ihres Gewichts gemeinsam.</translation>
    </message>
    <message>
        <source>not among the first model&apos;s answers</source>
        <translation>nicht unter den Antworten des ersten Modells</translation>
    </message>
    <message>
        <source>the first model: %1</source>
        <translation>das erste Modell: %1</translation>
    </message>
</context>
<context>
    <name>vbs::TwoModelsWindow</name>
    <message>
        <source>%1, answered in %2</source>
        <translation>%1, in %2 beantwortet</translation>
    </message>
    <message>
        <source>Two Models Side by Side</source>
        <translation>Zwei Modelle nebeneinander</translation>
    </message>
    <message>
        <source>The &amp;Question</source>
        <translation>Die &amp;Frage</translation>
    </message>
    <message>
        <source>A &amp;Data Set</source>
        <translation>Ein &amp;Datensatz</translation>
    </message>
    <message>
        <source>Question to both models</source>
        <translation>Frage an beide Modelle</translation>
    </message>
    <message>
        <source>Ask Both</source>
        <translation>Beide fragen</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Zweites Modell</translation>
    </message>
    <message>
        <source>Choose a model to stand beside the one in use.</source>
        <translation>Wählen Sie ein Modell, das neben dem stehen soll, das in Gebrauch ist.</translation>
    </message>
    <message>
        <source>Loading the model: %1</source>
        <translation>Das Modell wird geladen: %1</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen…</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden region(s) are none of this model&apos;s.</source>
        <translation>
            <numerusform>%n verborgene Region hat dieses Modell nicht gefunden.</numerusform>
            <numerusform>%n verborgene Regionen hat dieses Modell nicht gefunden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::WhatIfStrip</name>
    <message>
        <source>Show All</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Show again: %1</source>
        <translation>Wieder zeigen: %1</translation>
    </message>
    <message>
        <source>Show this region again</source>
        <translation>Diese Region wieder zeigen</translation>
    </message>
    <message>
        <source>Show this region of the right picture again</source>
        <translation>Diese Region des rechten Bildes wieder zeigen</translation>
    </message>
    <message>
        <source>Hidden from the model. The dashed bar shows the answer before; ±n is the change in percentage points.</source>
        <translation>Vor dem Modell verborgen. Der gestrichelte Balken zeigt die Antwort von vorher; ±n ist die Änderung in Prozentpunkten.</translation>
    </message>
    <message>
        <source>Right-click a region in the picture to hide it from the model.</source>
        <translation>Klicken Sie mit der rechten Taste auf eine Region im Bild, um sie vor dem Modell zu verbergen.</translation>
    </message>
    <message>
        <source>Right-click a region in the picture to hide it from the model. %1 lets you hide with plain clicks.</source>
        <translation>Klicken Sie mit der rechten Taste auf eine Region im Bild, um sie vor dem Modell zu verbergen. Mit %1 genügen einfache Klicks.</translation>
    </message>
    <message>
        <source>Show every hidden region to the model again</source>
        <translation>Dem Modell alle verborgenen Regionen wieder zeigen</translation>
    </message>
    <message>
        <source>Show every hidden region to the model again (%1)</source>
        <translation>Dem Modell alle verborgenen Regionen wieder zeigen (%1)</translation>
    </message>
</context>
<context>
    <name>vbs::WhyChooser</name>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>How the answer is explained</source>
        <translation>Wie die Antwort erklärt wird</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Layer of the Transformer ( [ and ] )</source>
        <translation>Schicht des Transformers ( [ und ] )</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Attention head ( , and . )</source>
        <translation>Aufmerksamkeitskopf ( , und . )</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Alle Köpfe</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>Kopf %1</translation>
    </message>
</context>
<context>
    <name>vbs::WordStrip</name>
    <message>
        <source>masked</source>
        <translation>maskiert</translation>
    </message>
    <message>
        <source>%1, in phrase %2</source>
        <translation>%1, in Wortgruppe %2</translation>
    </message>
</context>
<context>
    <name>vbs::Workbench</name>
    <message numerus="yes">
        <source>The engine described %1 of %n region(s).</source>
        <translation>
            <numerusform>Die Rechenmaschine hat %1 von %n Region beschrieben.</numerusform>
            <numerusform>Die Rechenmaschine hat %1 von %n Regionen beschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n box(es) in %1.</source>
        <translation>
            <numerusform>%n Rahmen wurde in %1 gespeichert.</numerusform>
            <numerusform>%n Rahmen wurden in %1 gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a picture first, then ask about it.</source>
        <translation>Öffnen Sie zuerst ein Bild und fragen Sie dann.</translation>
    </message>
    <message>
        <source>Open a second picture to compare with.</source>
        <translation>Öffnen Sie ein zweites Bild zum Vergleichen.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>%1 The answer is shown over a small copy.</source>
        <translation>%1 Die Antwort wird über einer kleinen Kopie gezeigt.</translation>
    </message>
    <message>
        <source>%1 To ask something else about it, locate it first.</source>
        <translation>%1 Um etwas anderes dazu zu fragen, suchen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Loading was cancelled; “%1” stays in use.</source>
        <translation>Das Laden wurde abgebrochen; „%1“ bleibt in Gebrauch.</translation>
    </message>
    <message>
        <source>Loading was cancelled.</source>
        <translation>Das Laden wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 “%2” stays in use.</source>
        <translation>%1 „%2“ bleibt in Gebrauch.</translation>
    </message>
    <message>
        <source>“%1” has no model for %2, so %3 is in hand now.</source>
        <translation>„%1“ hat kein Modell für „%2“; deshalb ist nun „%3“ an der Reihe.</translation>
    </message>
    <message>
        <source>Only one folder can be open at a time. Open one of them.</source>
        <translation>Es kann immer nur ein Ordner geöffnet sein. Öffnen Sie einen davon.</translation>
    </message>
    <message>
        <source>Choose a picture, not a folder.</source>
        <translation>Wählen Sie ein Bild, keinen Ordner.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>There are no pictures in the folder “%1”. Choose another folder.</source>
        <translation>Im Ordner „%1“ sind keine Bilder. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>There are no pictures in the folder “%1” itself, but %n of its folders have some (%2): open one of them.</source>
        <translation>
            <numerusform>Im Ordner „%1“ selbst sind keine Bilder, aber in %n seiner Ordner (%2): Öffnen Sie diesen.</numerusform>
            <numerusform>Im Ordner „%1“ selbst sind keine Bilder, aber in %n seiner Ordner (%2): Öffnen Sie einen davon.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures of “%1” are in its folder “%2”.</source>
        <translation>Die Bilder von „%1“ liegen in dessen Ordner „%2“.</translation>
    </message>
    <message>
        <source>The picture has another size than it had then, so it was asked about anew.</source>
        <translation>Das Bild hat eine andere Größe als damals; deshalb wurde neu dazu gefragt.</translation>
    </message>
    <message>
        <source>Describing your regions was cancelled.</source>
        <translation>Das Beschreiben Ihrer Regionen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The search for regions was cancelled. Without regions no question can be answered.</source>
        <translation>Die Suche nach Regionen wurde abgebrochen. Ohne Regionen kann keine Frage beantwortet werden.</translation>
    </message>
    <message>
        <source>The search for regions was cancelled. Without regions nothing can be compared.</source>
        <translation>Die Suche nach Regionen wurde abgebrochen. Ohne Regionen kann nichts verglichen werden.</translation>
    </message>
    <message>
        <source>Opening was cancelled.</source>
        <translation>Das Öffnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation>Der Ordner wird gelesen</translation>
    </message>
    <message>
        <source>Loading the model pack</source>
        <translation>Das Modellpaket wird geladen</translation>
    </message>
    <message>
        <source>Describing your regions</source>
        <translation>Ihre Regionen werden beschrieben</translation>
    </message>
    <message>
        <source>Finding regions</source>
        <translation>Regionen werden gesucht</translation>
    </message>
    <message>
        <source>Finding regions in the right picture</source>
        <translation>Regionen werden im rechten Bild gesucht</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Die Antwort wird berechnet</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a name and its number</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>vbs::WorkbenchCanvas</name>
    <message>
        <source>Small copy of %1</source>
        <translation>Kleine Kopie von %1</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>Links: %1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>Rechts: %1</translation>
    </message>
</context>
</TS>
