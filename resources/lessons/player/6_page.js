// The page: one step at a time, by keys, buttons or a reader.
const QUIZZED = LESSON.steps.some((step) => step.quiz.kind !== "none");
const COUNT = LESSON.steps.length + (QUIZZED ? 1 : 0);
const PAGE = { at: 0, reveal: null, notes: null, quiz: null };

function bars(caption, items, best) {
  const first = Math.max(...items.map((item) => item.probability));
  const list = items.map((item) => {
    const bar = make("span", {});
    bar.style.width = 100 * Math.min(1, Math.max(0, item.probability)) + "%";
    return make("li", { class: item.probability === first ? "first" : "" }, make("span", { class: "label" }, item.text),
      make("span", { class: "track", "aria-hidden": "true" }, bar), make("span", { class: "value" }, percent(item.probability)));
  });
  return [caption ? make("h3", { class: "small" }, caption) : null, make("ul", { class: "bars" }, ...list)].filter(Boolean);
}

function saidOf(step) {
  const parts = [make("h2", {}, say("said"))];
  let masks = 0;
  for (const list of step.said) {
    const match = list.caption === "match", kind = match ? "caption_match" : step.task;
    const items = list.items.map((item) => ({ ...item, text: wordFor({ task: kind }, item.text) }));
    parts.push(...bars(match ? say("match") : list.caption === "mask" ? say("mask", ++masks) : "", items));
  }
  for (const phrase of step.phrases) {
    const best = phrase.regions.map((probability, i) => ({ text: nameAmong(step.regions, i), probability })).sort((a, b) => b.probability - a.probability).slice(0, 3);
    parts.push(...bars(say("answerOf", phrase.text), best));
    if (phrase.absent) parts.push(make("p", { class: "small" }, say("absent")));
  }
  const blind = step.blind.slice(0, 1).map((answer) => `${wordFor(step, answer.text)} (${percent(answer.probability)})`);
  if (blind.length > 0) parts.push(make("p", { class: "small" }, say("blind", blind[0])));
  return make("section", { class: "card said" }, ...parts);
}

function showHeat(step, pictures) {
  const why = step.explanation;
  if (!why || why.regions.length === 0) return;
  const all = [...why.regions.filter((weight, i) => !step.regions[i].whole), ...why.right_regions.filter((weight, i) => !step.right_regions[i].whole)];
  const maximum = Math.max(0, ...all);
  pictures.forEach((picture, i) => picture.show({ weights: i === 0 ? why.regions : why.right_regions, maximum }));
  pictures[0].element.append(make("figcaption", {}, say("heat_" + why.method) + (why.of ? ": " + why.of : "")));
}

// The answer, hidden where the step says so; heatmap and view belong to it, since they give it away.
function answerOf(step, pictures, lookPlace) {
  const place = make("div", { "aria-live": "polite" });
  function show() {
    place.replaceChildren(saidOf(step));
    showHeat(step, pictures);
    const view = viewOf(step, pictures);
    if (view) lookPlace.replaceChildren(view);
    if (PAGE.fit) PAGE.fit();
  }
  if (!step.answer_hidden) {
    show();
    return { place, reveal: null };
  }
  let shown = false;
  const reveal = () => {
    if (!shown) show();
    shown = true;
    place.firstChild.scrollIntoView({ block: "nearest" });
    button.remove();
  };
  const button = make("button", { type: "button", onclick: () => PAGE.reveal && PAGE.reveal() }, say("reveal"));
  place.append(make("p", { class: "small" }, say("hiddenAnswer")), button);
  return { place, reveal };
}

function picturesOf(step) {
  const pictures = [];
  if (step.picture) pictures.push(new PictureView(step, "left", step.right_picture ? say("leftPicture") : say("picture")));
  if (step.right_picture) pictures.push(new PictureView(step, "right", say("rightPicture")));
  return pictures;
}

function stepPage(step, number) {
  const pictures = picturesOf(step), lookPlace = make("div", {}), words = make("div", {});
  words.append(make("h1", { tabindex: -1 }, step.title), html(step.text, "text"));
  if (step.asked) words.append(make("p", { class: "asked-text" }, make("span", { class: "hidden-text" }, say("asked") + ": "), step.asked));
  PAGE.fit = () => fit(pictures, lookPlace);
  const answer = step.said ? answerOf(step, pictures, lookPlace) : { place: make("div", {}, step.task ? make("p", { class: "small" }, say("notRecorded")) : ""), reveal: null };
  PAGE.quiz = step.quiz.kind === "none" ? null : new Quiz(step, number, pictures, () => answer.reveal && answer.reveal());
  if (step.quiz.kind === "region") pictures.forEach((picture) => picture.show({ names: false }));
  PAGE.reveal = () => {
    if (answer.reveal) answer.reveal();
    if (PAGE.quiz) PAGE.quiz.solve();
    document.getElementById("said").textContent = say("revealed");
  };
  if (PAGE.quiz) words.append(PAGE.quiz.element);
  words.append(answer.place);
  PAGE.notes = step.notes ? make("aside", { class: "notes", hidden: true, "aria-label": say("notes") }, html(step.notes, "text")) : null;
  if (PAGE.notes) words.append(PAGE.notes);
  const left = make("div", {}, make("div", { class: "pictures" }, ...pictures.map((picture) => picture.element)), lookPlace);
  return make("div", { class: ["columns text", "columns", "columns pair"][pictures.length] }, pictures.length > 0 ? left : null, words);
}

// Pictures as large as the window and the view below them leave room for.
function fit(pictures, view) {
  const wide = innerWidth > 800, rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const width = (wide ? (innerWidth - 4 * rem) * (pictures.length > 1 ? 0.6 : 0.5) : innerWidth - 2.4 * rem) / Math.max(1, pictures.length) - 8;
  const room = innerHeight - 6.5 * rem, left = room - (view.childElementCount > 0 ? view.offsetHeight : 0);
  const height = Math.min(0.92 * room, Math.max(0.42 * room, left));
  for (const picture of pictures) picture.fit(width, height);
}

function go(number, focus = true) {
  PAGE.at = Math.min(COUNT - 1, Math.max(0, number));
  Object.assign(PAGE, { reveal: null, notes: null, quiz: null, fit: null });
  const results = PAGE.at >= LESSON.steps.length;
  const content = results ? resultsPage() : stepPage(LESSON.steps[PAGE.at], PAGE.at);
  document.querySelector("main").replaceChildren(content);
  if (PAGE.fit) PAGE.fit();
  const place = results ? say("results") : say("step", PAGE.at + 1, LESSON.steps.length);
  document.getElementById("place").textContent = place;
  document.title = `${place} – ${LESSON.title}`;
  const bar = document.querySelector("progress");
  bar.value = PAGE.at + 1;
  bar.setAttribute("aria-valuetext", place);
  document.getElementById("back").disabled = PAGE.at === 0;
  document.getElementById("next").disabled = PAGE.at === COUNT - 1;
  document.getElementById("said").textContent = "";
  scrollTo(0, 0);
  if (focus) document.querySelector("h1").focus({ preventScroll: true });
}

function frame() {
  const notes = LESSON.steps.some((step) => step.notes);
  document.body.append(
    make("a", { class: "skip", href: "#step" }, say("start")),
    make("header", {}, make("p", {}, make("span", {}, LESSON.title), make("span", { id: "place" })), make("progress", { max: COUNT, value: 1, "aria-label": LESSON.title })),
    make("main", { id: "step" }),
    make("footer", {}, make("nav", { class: "row", "aria-label": LESSON.title },
      make("button", { type: "button", id: "back", onclick: () => go(PAGE.at - 1) }, "← " + say("back")),
      make("button", { type: "button", id: "next", class: "main", onclick: () => go(PAGE.at + 1) }, say("next") + " →")),
    make("p", { class: "keys" }, say(notes ? "keys" : "keysPlain")), make("p", { id: "said", class: "hidden-text", role: "status" })));
}

function key(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const target = event.target, text = target.matches("input[type=text], select"), range = target.matches("input[type=range]");
  const steps = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
  if (event.key in steps && !text && !(range && event.key.startsWith("Arrow"))) {
    event.preventDefault();
    go(PAGE.at + steps[event.key]);
  } else if (!text && (event.key === "Home" || event.key === "End") && !range) {
    event.preventDefault();
    go(event.key === "Home" ? 0 : COUNT - 1);
  } else if (!text && event.key.toLowerCase() === "a" && PAGE.reveal) {
    PAGE.reveal();
  } else if (!text && event.key.toLowerCase() === "n" && PAGE.notes) {
    PAGE.notes.hidden = !PAGE.notes.hidden;
  }
}

frame();
document.addEventListener("keydown", key);
addEventListener("resize", () => PAGE.fit && PAGE.fit());
go(0, false);
