"use strict";
// What the page says, in the lesson's language; %1, %2 … are filled in.
const TEXTS = {
  en: {
    step: "Step %1 of %2", results: "Your results", start: "Skip to the step", back: "Back", next: "Next",
    keys: "← → steps · A answer · N notes", keysPlain: "← → steps · A answer", reveal: "Show the answer",
    asked: "Asked", said: "The model says", blind: "From the words alone: %1", mask: "Word %1", match: "Does it fit?",
    fits: "it fits", fitsNot: "it does not fit", verdictTrue: "true", verdictFalse: "false", hiddenAnswer: "The answer is hidden until you show it.",
    predict: "What will the model say?", check: "Check", again: "Try again, or show the answer.", right: "Right.",
    wrong: "Not quite.", pick: "Click the region in the picture, or choose it here.", chooseRegion: "Choose a region",
    yourAnswer: "Your answer", empty: "Give an answer first.", solution: "Right is: %1", notes: "For the teacher",
    picture: "The picture", leftPicture: "Left picture", rightPicture: "Right picture", hiddenRegion: "%1 (hidden)",
    noLook: "Nothing was recorded for this view.", sequence: "What the model reads: words, then regions",
    sequenceFrom: "Where the outlined one looks", sequenceTo: "What looks at the outlined one",
    incoming: "What looks at it", heads: "Attention of every layer and head", layer: "Layer %1", head: "head %1",
    meanHead: "all heads", layersTitle: "The answer, layer by layer", embeddings: "embeddings",
    phrasesTitle: "The phrases, layer by layer", phraseTitle: "The regions of “%1”, layer by layer", settledRegion: "This region stands from layer %1 of %2 on.",
    settled: "The answer stands from layer %1 of %2 on.", settledAtOnce: "The embeddings alone say so.",
    hint: "0 stands for the embeddings, before any layer. What reads the answer was taught on the last layer only; earlier ones are a hint, no more.",
    flow: "Where the outlined one's information comes from", play: "Play", pause: "Pause",
    points: "Words and regions as points", pointsHint: "Near each other: alike to the model. The plane shows %1 of all differences.",
    words: "words", regions: "regions", special: "marks", flip: "The smallest flip",
    flipFound: "Without %1 the model says: %2 (%3).", flipBefore: "With everything: %1 (%2, then %3).",
    flipNone: "The model says %1 (%2) whatever is hidden.", flipProven: "No smaller set of regions does it.", word: "the word “%1”", flipWords: "Hiding regions does not do it, and no smaller set of words.",
    flipMaybe: "A smaller set may do it, too: not all were tried.", flipHide: "Hide these regions", the: "the %1",
    and: " and ", curves: "How probable “%1” stays while regions are hidden, the most important first",
    curvesIn: "How probable “%1” becomes while regions are shown, the most important first", insertion: "Show instead of hide",
    numbers: "Numbers", method: "Order", area: "Area", regionsHidden: "regions", random: "random",
    attention: "attention", rollout: "rollout", relevance: "relevance", occlusion: "occlusion",
    entropy: "spread %1, on regions %2, on [SEP] %3", heat_attention: "Attention", heat_rollout: "Share in the answer (rollout)",
    heat_relevance: "Share in the answer (relevance)", heat_occlusion: "Drop when hidden (occlusion)",
    score: "%1 of %2 right", name: "Your name (for the file)", download: "Save results as CSV", open: "not answered",
    phrase: "Which region?", absent: "The model does not find it in the picture.", answerOf: "“%1”",
    notRecorded: "This step was not recorded.", showHeat: "Show the heatmap", revealed: "The answer is shown."
  },
  de: {
    step: "Schritt %1 von %2", results: "Ergebnisse", start: "Zum Schritt springen", back: "Zurück", next: "Weiter",
    keys: "← → Schritte · A Antwort · N Notizen", keysPlain: "← → Schritte · A Antwort", reveal: "Antwort zeigen",
    asked: "Gefragt", said: "Das Modell sagt", blind: "Nur aus den Wörtern: %1", mask: "Wort %1", match: "Passt es?",
    fits: "es passt", fitsNot: "es passt nicht", verdictTrue: "true (wahr)", verdictFalse: "false (falsch)", hiddenAnswer: "Die Antwort ist noch verborgen.",
    predict: "Was wird das Modell sagen?", check: "Prüfen", again: "Noch einmal versuchen oder die Antwort zeigen.", right: "Richtig.",
    wrong: "Nicht ganz.", pick: "Region im Bild anklicken oder hier wählen.", chooseRegion: "Region wählen",
    yourAnswer: "Antwort", empty: "Erst eine Antwort geben.", solution: "Richtig ist: %1", notes: "Für die Lehrkraft",
    picture: "Das Bild", leftPicture: "Linkes Bild", rightPicture: "Rechtes Bild", hiddenRegion: "%1 (verborgen)",
    noLook: "Für diese Ansicht wurde nichts aufgezeichnet.", sequence: "Was das Modell liest: Wörter, dann Regionen",
    sequenceFrom: "Wohin der umrandete Teil schaut", sequenceTo: "Was auf den umrandeten Teil schaut",
    incoming: "Was darauf schaut", heads: "Aufmerksamkeit aller Schichten und Köpfe", layer: "Schicht %1", head: "Kopf %1",
    meanHead: "alle Köpfe", layersTitle: "Die Antwort, Schicht für Schicht", embeddings: "Einbettung",
    phrasesTitle: "Die Wortgruppen, Schicht für Schicht", phraseTitle: "Die Regionen von „%1“, Schicht für Schicht", settledRegion: "Diese Region steht ab Schicht %1 von %2 fest.",
    settled: "Die Antwort steht ab Schicht %1 von %2 fest.", settledAtOnce: "Schon die Einbettung sagt es.",
    hint: "0 steht für die Einbettung, vor jeder Schicht. Was die Antwort abliest, hat nur die letzte Schicht gelernt; frühere Schichten geben nur einen Hinweis.",
    flow: "Woher die Information des umrandeten Teils kommt", play: "Abspielen", pause: "Anhalten",
    points: "Wörter und Regionen als Punkte", pointsHint: "Nah beieinander: für das Modell ähnlich. Die Ebene zeigt %1 aller Unterschiede.",
    words: "Wörter", regions: "Regionen", special: "Zeichen", flip: "Die kleinste Änderung",
    flipFound: "Ohne %1 sagt das Modell: %2 (%3).", flipBefore: "Mit allem: %1 (%2, dann %3).",
    flipNone: "Das Modell sagt %1 (%2), was immer verborgen ist.", flipProven: "Mit weniger Regionen geht es nicht.", word: "das Wort „%1“", flipWords: "Mit Regionen geht es nicht, und mit weniger Wörtern auch nicht.",
    flipMaybe: "Vielleicht geht es mit weniger: nicht alle wurden probiert.", flipHide: "Diese Regionen verbergen", the: "„%1“",
    and: " und ", curves: "Wie wahrscheinlich „%1“ bleibt, wenn Regionen verborgen werden, die wichtigsten zuerst",
    curvesIn: "Wie wahrscheinlich „%1“ wird, wenn Regionen gezeigt werden, die wichtigsten zuerst", insertion: "Zeigen statt verbergen",
    numbers: "Zahlen", method: "Reihenfolge", area: "Fläche", regionsHidden: "Regionen", random: "zufällig",
    attention: "Aufmerksamkeit", rollout: "Rollout", relevance: "Relevanz", occlusion: "Verdeckung",
    entropy: "Streuung %1, auf Regionen %2, auf [SEP] %3", heat_attention: "Aufmerksamkeit", heat_rollout: "Anteil an der Antwort (Rollout)",
    heat_relevance: "Anteil an der Antwort (Relevanz)", heat_occlusion: "Verlust, wenn verborgen (Verdeckung)",
    score: "%1 von %2 richtig", name: "Name (für die Datei)", download: "Ergebnisse als CSV speichern", open: "nicht beantwortet",
    phrase: "Welche Region?", absent: "Das Modell findet es nicht im Bild.", answerOf: "„%1“",
    notRecorded: "Dieser Schritt wurde nicht aufgezeichnet.", showHeat: "Heatmap zeigen", revealed: "Die Antwort ist zu sehen."
  }
};
const LESSON = JSON.parse(document.getElementById("lesson").textContent);
const TEXT = TEXTS[LESSON.language] || TEXTS.en;

function say(key, ...values) {
  return TEXT[key].replace(/%(\d)/g, (all, number) => values[number - 1]);
}

// The model's verdicts, which are English, with what they mean in the page's language. Other words stay as they are.
function wordFor(step, word) {
  const verdicts = { nlvr: { true: "verdictTrue", false: "verdictFalse" },
    caption_match: { true: "fits", fits: "fits", false: "fitsNot", "does not fit": "fitsNot" } }[step.task];
  return verdicts && word in verdicts ? say(verdicts[word]) : word;
}

// An element with attributes, listeners ("onclick") and children: texts or other elements.
function make(tag, attributes = {}, ...children) {
  const drawn = ["svg", "rect", "line", "polyline", "circle", "text", "title", "g"].includes(tag) && attributes.svg !== false;
  const element = drawn ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// One decimal, as C's printf rounds: ties, which only quarters are, go to the even digit.
function oneDecimal(value) {
  const tie = (value * 4) % 1 === 0 && (value * 2) % 1 !== 0;
  if (!tie) return value.toFixed(1);
  const below = Math.floor(value * 10);
  return ((below % 2 === 0 ? below : below + 1) / 10).toFixed(1);
}
// "93.4 %", as the program's commands print it; in German "93,4 %", as its window does.
function percent(share) {
  const number = oneDecimal(100 * share);
  return (LESSON.language === "de" ? number.replace(".", ",") : number) + "\u00a0%";
}

// As forgivingText of core/lesson: case, accents, white space and punctuation at the end do not count.
function forgiving(text) {
  return text.toLowerCase().normalize("NFD").replace(/[^\P{C}\t\n\r]/gu, "").replace(/\p{Mn}/gu, "")
    .replace(/[\s\u2028\u2029]+/g, " ").replace(/^ /, "").replace(/[\p{P}$+<=>^`|~ ]+$/u, "");
}

function html(text, kind) {
  const box = make("div", { class: kind });
  box.innerHTML = text; // made by the program from Markdown: no scripts, no attributes of the author's
  for (const image of box.querySelectorAll("img[data-picture]")) image.src = LESSON.pictures[image.dataset.picture].src;
  for (const link of box.querySelectorAll("a")) {
    link.rel = "noopener noreferrer";
    link.target = "_blank";
  }
  return box;
}
