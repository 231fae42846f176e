<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>vbs::BoxesEditor</name>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n box</numerusform>
            <numerusform>%n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::CarryText</name>
    <message numerus="yes">
        <source>%Ln are now as their reviewers had corrected them, and stay accepted.</source>
        <translation>
            <numerusform>%Ln is now as its reviewers had corrected it, and stays accepted.</numerusform>
            <numerusform>%Ln are now as their reviewers had corrected them, and stay accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have changed: they are undecided again, with the tag “data set changed”.</source>
        <translation>
            <numerusform>%Ln has changed: it is undecided again, with the tag “data set changed”.</numerusform>
            <numerusform>%Ln have changed: they are undecided again, with the tag “data set changed”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are new.</source>
        <translation>
            <numerusform>%Ln is new.</numerusform>
            <numerusform>%Ln are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are gone.</source>
        <translation>
            <numerusform>%Ln is gone.</numerusform>
            <numerusform>%Ln are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) on items that are gone are in the old project only.</source>
        <translation>
            <numerusform>%Ln act on an item that is gone is in the old project only.</numerusform>
            <numerusform>%Ln acts on items that are gone are in the old project only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) of models were about something else.</source>
        <translation>
            <numerusform>%Ln answer of a model was about something else.</numerusform>
            <numerusform>%Ln answers of models were about something else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::DatasetDiffPage</name>
    <message numerus="yes">
        <source>Both models answer %n example(s); they say the same to %1 of them (%2).</source>
        <translation>
            <numerusform>Both models answer %n example; they say the same to %1 of them (%2).</numerusform>
            <numerusform>Both models answer %n examples; they say the same to %1 of them (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) could not be asked; the first: %1</source>
        <translation>
            <numerusform>%n example could not be asked; the first: %1</numerusform>
            <numerusform>%n examples could not be asked; the first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::DatasetPreview</name>
    <message numerus="yes">
        <source>%1: %2 about %Ln picture(s)</source>
        <translation>
            <numerusform>%1: %2 about %Ln picture</numerusform>
            <numerusform>%1: %2 about %Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::DevicePage</name>
    <message numerus="yes">
        <source>The processor, %n thread(s)</source>
        <translation>
            <numerusform>The processor, %n thread</numerusform>
            <numerusform>The processor, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::ExportReviewDialog</name>
    <message numerus="yes">
        <source>%1 exist(s) already. Replace?</source>
        <comment>%n is the number of files; it is not named</comment>
        <translation>
            <numerusform>%1 exists already. Replace it?</numerusform>
            <numerusform>%1 exist already. Replace them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::HelpWindow</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::HistoryNotice</name>
    <message numerus="yes">
        <source>%n card(s) are not saved: %1.</source>
        <translation>
            <numerusform>%n card is not saved: %1.</numerusform>
            <numerusform>%n cards are not saved: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed card(s) are still on the disk: %1.</source>
        <translation>
            <numerusform>%n removed card is still on the disk: %1.</numerusform>
            <numerusform>%n removed cards are still on the disk: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::HistoryStore</name>
    <message numerus="yes">
        <source>%n saved card(s) could not be read and were left in %1.</source>
        <translation>
            <numerusform>%n saved card could not be read. It was left in %1.</numerusform>
            <numerusform>%n saved cards could not be read. They were left in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::LabelEditor</name>
    <message numerus="yes">
        <source>%n person(s) checked it: %1 said true, %2 said false.</source>
        <translation>
            <numerusform>%n person checked it: %1 said true, %2 said false.</numerusform>
            <numerusform>%n people checked it: %1 said true, %2 said false.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::LessonRecorder</name>
    <message numerus="yes">
        <source>%n thing(s) still to do</source>
        <translation>
            <numerusform>%n thing still to do</numerusform>
            <numerusform>%n things still to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::MainWindow</name>
    <message numerus="yes">
        <source>%n card(s) of the history are not saved. %1</source>
        <translation>
            <numerusform>%n card of the history is not saved. %1</numerusform>
            <numerusform>%n cards of the history are not saved. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::ModelPart</name>
    <message numerus="yes">
        <source>%n region(s) are hidden from the model.</source>
        <translation>
            <numerusform>%n region is hidden from the model.</numerusform>
            <numerusform>%n regions are hidden from the model.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) are your own.</source>
        <translation>
            <numerusform>%n box is your own.</numerusform>
            <numerusform>%n boxes are your own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::QuizCard</name>
    <message numerus="yes">
        <source>(%n tries)</source>
        <translation>
            <numerusform>(%n try)</numerusform>
            <numerusform>(%n tries)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::RegionRunBar</name>
    <message numerus="yes">
        <source>%1 of %n picture(s)</source>
        <translation>
            <numerusform>%1 of %n picture</numerusform>
            <numerusform>%1 of %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be looked at.</source>
        <translation>
            <numerusform>%n picture could not be looked at.</numerusform>
            <numerusform>%n pictures could not be looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::RegionText</name>
    <message numerus="yes">
        <source>%n region(s) (edited by you)</source>
        <translation>
            <numerusform>%n region (edited by you)</numerusform>
            <numerusform>%n regions (edited by you)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n region(s)</source>
        <translation>
            <numerusform>%1 of %n region</numerusform>
            <numerusform>%1 of %n regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n region</numerusform>
            <numerusform>%n regions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::RegionsPanel</name>
    <message numerus="yes">
        <source>%1 has %n box(es).</source>
        <translation>
            <numerusform>%1 has %n box.</numerusform>
            <numerusform>%1 has %n boxes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::ResultsPage</name>
    <message numerus="yes">
        <source>(%n tries)</source>
        <translation>
            <numerusform>(%n try)</numerusform>
            <numerusform>(%n tries)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::ReviewStatus</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n others are here</source>
        <translation>
            <numerusform>%1 · %n other is here</numerusform>
            <numerusform>%1 · %n others are here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::ReviewText</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are listed.</source>
        <translation>
            <numerusform>%Ln change is listed.</numerusform>
            <numerusform>%Ln changes are listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) of the model are written.</source>
        <translation>
            <numerusform>%Ln result of the model is written.</numerusform>
            <numerusform>%Ln results of the model are written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::StatusPanel</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::TextRow</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::TwoModelsText</name>
    <message numerus="yes">
        <source>%n phrase(s) mean another region to the second model.</source>
        <translation>
            <numerusform>%n phrase means another region to the second model.</numerusform>
            <numerusform>%n phrases mean another region to the second model.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::TwoModelsWindow</name>
    <message numerus="yes">
        <source>%n hidden region(s) are none of this model&apos;s.</source>
        <translation>
            <numerusform>%n hidden region is none of this model&apos;s.</numerusform>
            <numerusform>%n hidden regions are none of this model&apos;s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vbs::Workbench</name>
    <message numerus="yes">
        <source>The engine described %1 of %n region(s).</source>
        <translation>
            <numerusform>The engine described %1 of %n region.</numerusform>
            <numerusform>The engine described %1 of %n regions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n box(es) in %1.</source>
        <translation>
            <numerusform>Saved %n box in %1.</numerusform>
            <numerusform>Saved %n boxes in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are no pictures in the folder “%1” itself, but %n of its folders have some (%2): open one of them.</source>
        <translation>
            <numerusform>There are no pictures in the folder “%1” itself, but %n of its folders has some (%2): open it.</numerusform>
            <numerusform>There are no pictures in the folder “%1” itself, but %n of its folders have some (%2): open one of them.</numerusform>
        </translation>
    </message>
</context>
</TS>
