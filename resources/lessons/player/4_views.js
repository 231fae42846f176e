// What of the network's inside a step shows, from what was recorded.

// Tokens, regions, regions of the right picture: what stands at each position.
function itemsOf(step) {
  const words = step.tokens.map((token) => ({ name: token.text, kind: token.special ? "special" : "word" }));
  const regions = (list, side) => list.map((region, index) => ({ name: region.name, kind: "region", region, side, index }));
  return [...words, ...regions(step.regions, "left"), ...regions(step.right_regions, "right")];
}

// Chips for every position, shaded by weights and, where asked for, to be chosen.
class Chips {
  constructor(step, pictures, label, onchoose) {
    this.step = step;
    this.pictures = pictures;
    this.items = itemsOf(step);
    this.shares = this.items.map(() => make("span", { class: "share" }));
    this.chips = this.items.map((item, i) => make(onchoose ? "button" : "span", {
      class: "chip", type: onchoose ? "button" : null, onclick: () => onchoose && onchoose(i) },
    item.region ? thumbnail(pictures[item.side === "left" ? 0 : 1], item.region) : null, item.name, this.shares[i]));
    this.element = make("div", { class: "chips", role: "group", "aria-label": label }, ...this.chips);
  }

  show(weights, query) {
    const greatest = Math.max(1e-9, ...weights);
    this.chips.forEach((chip, i) => {
      chip.style.setProperty("--heat", (0.75 * weights[i]) / greatest);
      chip.classList.toggle("query", i === query);
      if (chip.tagName === "BUTTON") chip.setAttribute("aria-pressed", "false");
      if (i === query && chip.tagName === "BUTTON") chip.setAttribute("aria-current", "true");
      else chip.removeAttribute("aria-current");
      chip.title = `${this.items[i].name}: ${percent(weights[i])}`;
      this.shares[i].textContent = weights[i] >= 0.1 * greatest ? percent(weights[i]) : "";
    });
    const words = this.step.tokens.length, left = this.step.regions.length;
    const maximum = Math.max(0, ...weights.slice(words).filter((weight, i) => !this.items[words + i].region.whole));
    this.pictures.forEach((picture, i) => picture.show({ weights: i === 0 ? weights.slice(words, words + left) : weights.slice(words + left), maximum }));
  }
}

function attentionOf(map, query, incoming) {
  return incoming ? map.map((row) => row[query]) : map[query];
}

function sequenceView(step, pictures) {
  const map = step.look.attention, choice = step.choice;
  let query = step.look.position, incoming = choice.incoming;
  const caption = make("p", { class: "small", "aria-live": "polite" });
  const chips = new Chips(step, pictures, say("sequence"), (i) => ((query = i), show()));
  const toggle = make("button", { type: "button", "aria-pressed": String(incoming), onclick: () => {
    incoming = !incoming;
    toggle.setAttribute("aria-pressed", String(incoming));
    show();
  } }, say("incoming"));
  function show() {
    const layer = choice.layer < 0 ? step.look.layers : choice.layer + 1;
    const where = `${say("layer", layer)}, ${choice.head < 0 ? say("meanHead") : say("head", choice.head + 1)}`;
    caption.textContent = `${say(incoming ? "sequenceTo" : "sequenceFrom")}: ${chips.items[query].name} (${where})`;
    chips.show(attentionOf(map, query, incoming), query);
  }
  show();
  return [make("h2", {}, say("sequence")), caption, chips.element, make("div", { class: "row" }, toggle)];
}

function floatsOf(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0)), view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / 4 }, (unused, i) => view.getFloat32(4 * i, true));
}

function headsView(step, pictures) {
  const look = step.look, all = floatsOf(look.whole_attention), count = itemsOf(step).length;
  const mapOf = (layer, head) => Array.from({ length: count }, (unused, from) => {
    const begin = ((layer * look.heads + head) * count + from) * count;
    return all.slice(begin, begin + count);
  });
  const nameOf = (layer, head) => `${say("layer", layer + 1)}, ${say("head", head + 1)}`;
  const caption = make("p", { class: "small", "aria-live": "polite" }), big = make("div", { class: "map" });
  const grid = make("div", { class: "heads", role: "group", "aria-label": say("heads") });
  const side = Math.min(2, 10 / look.layers);
  grid.style.gridTemplateColumns = `repeat(${look.heads}, ${side}rem)`;
  grid.style.gridAutoRows = `${side}rem`;
  const buttons = [];
  function choose(layer, head) {
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.place === layer * look.heads + head)));
    const { entropy, on_regions, on_separator } = look.measures[layer][head];
    caption.textContent = `${nameOf(layer, head)}: ${say("entropy", percent(entropy), percent(on_regions), percent(on_separator))}`;
    big.replaceChildren(mapCanvas(mapOf(layer, head), caption.textContent));
  }
  for (let layer = 0; layer < look.layers; ++layer)
    for (let head = 0; head < look.heads; ++head) {
      const button = make("button", { type: "button", "aria-label": nameOf(layer, head), title: nameOf(layer, head),
        onclick: () => choose(layer, head) }, mapCanvas(mapOf(layer, head), ""));
      button.place = layer * look.heads + head;
      buttons.push(button);
    }
  grid.append(...buttons);
  choose(step.choice.layer < 0 ? look.layers - 1 : step.choice.layer, Math.max(0, step.choice.head));
  return [make("h2", {}, say("heads")), caption, make("div", { class: "row" }, grid, big)];
}

function layerNames(count) {
  return Array.from({ length: count }, (unused, i) => (i === 0 ? say("embeddings") : String(i)));
}

// Find: which region each layer has for a phrase.
function phraseLayers(step, place, phrase) {
  const { layers, settled } = step.look.phrases, last = layers[layers.length - 1][phrase].regions;
  const best = last.map((share, i) => i).sort((a, b) => last[b] - last[a]).slice(0, 4);
  const lines = best.map((i) => ({ name: nameAmong(step.regions, i), values: layers.map((list) => list[phrase].regions[i]) }));
  const sentence = settled[phrase] === 0 ? say("settledAtOnce") : say("settledRegion", settled[phrase], layers.length - 1);
  place.replaceChildren(make("p", {}, sentence), ...linePlot(say("phraseTitle", layers[0][phrase].phrase), layerNames(layers.length), lines));
}

function phrasesView(step, pictures) {
  const place = make("div", {}), last = step.look.phrases.layers.at(-1), buttons = [];
  function choose(phrase) {
    buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(i === phrase)));
    phraseLayers(step, place, phrase);
    pictures[0].show({ chosen: last[phrase].regions.indexOf(Math.max(...last[phrase].regions)) });
  }
  buttons.push(...last.map((one, i) => make("button", { type: "button", onclick: () => choose(i) }, one.phrase)));
  choose(0);
  return [make("h2", {}, say("phrasesTitle")), make("div", { class: "row" }, ...buttons), place, make("p", { class: "small" }, say("hint"))];
}

function layersView(step, pictures) {
  if (step.look.phrases) return phrasesView(step, pictures);
  const { layers, settled } = step.look.answers, last = layers[layers.length - 1].slice(0, 5);
  const probability = (list, text) => (list.find((answer) => answer.text === text) || { probability: 0 }).probability;
  const lines = last.map((answer) => ({ name: answer.text, values: layers.map((list) => probability(list, answer.text)) }));
  const sentence = settled === 0 ? say("settledAtOnce") : say("settled", settled, layers.length - 1);
  return [make("h2", {}, say("layersTitle")), make("p", {}, sentence), ...linePlot(say("layersTitle"), layerNames(layers.length), lines),
    make("p", { class: "small" }, say("hint"))];
}

function layerSlider(count, at, onchange) {
  const name = make("output", {});
  const slider = make("input", { type: "range", min: 0, max: count - 1, step: 1, value: at, "aria-label": say("layer", ""), oninput: change });
  function change() {
    name.textContent = slider.value === "0" ? say("embeddings") : say("layer", slider.value);
    slider.setAttribute("aria-valuetext", name.textContent);
    onchange(Number(slider.value));
  }
  return { slider, change, element: make("div", { class: "scrub" }, name, slider) };
}

function flowView(step, pictures) {
  const flow = step.look.flow, chips = new Chips(step, pictures, say("flow"), null);
  let timer = 0;
  const scrubber = layerSlider(flow.length, flow.length - 1, (layer) => chips.show(flow[layer], step.look.position));
  function stop() {
    clearInterval(timer);
    timer = 0;
    play.textContent = say("play");
  }
  const play = make("button", { type: "button", onclick: () => {
    if (timer) return stop();
    if (Number(scrubber.slider.value) === flow.length - 1) scrubber.slider.value = -1;
    play.textContent = say("pause");
    timer = setInterval(() => {
      if (!play.isConnected || Number(scrubber.slider.value) >= flow.length - 1) return stop();
      scrubber.slider.value = Number(scrubber.slider.value) + 1;
      scrubber.change();
    }, 900);
  } }, say("play"));
  scrubber.change();
  scrubber.element.append(play);
  return [make("h2", {}, say("flow")), scrubber.element, chips.element];
}

function pointsView(step) {
  const { points, spread } = step.look, items = itemsOf(step);
  const place = make("div", {}), hint = make("p", { class: "small" });
  const first = step.choice.layer < 0 ? points.length - 1 : Math.min(step.choice.layer, points.length - 1);
  const scrubber = layerSlider(points.length, first, (layer) => {
    place.replaceChildren(...pointPlot(say("points"), points[layer], items));
    hint.textContent = say("pointsHint", percent(spread[layer][0] + spread[layer][1]));
  });
  scrubber.change();
  return [make("h2", {}, say("points")), scrubber.element, place, hint];
}

function listed(names) {
  return names.length < 2 ? names.join("") : names.slice(0, -1).join(", ") + TEXT.and + names[names.length - 1];
}

function flipView(step, pictures) {
  const flip = step.look.flip, left = step.regions.length, parts = [make("h2", {}, say("flip"))];
  if (!flip.found) return [...parts, make("p", { class: "flip" }, say("flipNone", flip.before.text, percent(flip.before.probability)))];
  const words = flip.words || [];
  const names = words.length ? listed(words.map((word) => say("word", word.text))) : listed(flip.regions.map((item) => say("the", item.name)));
  const sentence = `${say("flipFound", names, flip.after.text, percent(flip.after.probability))} ${say("flipBefore", flip.before.text,
    percent(flip.before.probability), percent(flip.left))}`;
  const hide = make("button", { type: "button", "aria-pressed": "false", onclick: () => {
    const on = hide.getAttribute("aria-pressed") !== "true";
    hide.setAttribute("aria-pressed", String(on));
    pictures.forEach((picture, i) => picture.show({ away: new Set(on ? flip.regions.map((item) => item.region - i * left).filter((region) => region >= 0
      && (i === 1 || region < left)) : []) }));
  } }, say("flipHide"));
  return [...parts, make("p", { class: "flip" }, sentence), make("p", { class: "small" }, say(!flip.proven ? "flipMaybe" : words.length ? "flipWords" : "flipProven")),
    ...(words.length ? [] : [make("div", { class: "row" }, hide)])];
}

function curvesView(step) {
  const curves = step.look.curves, place = make("div", {}), heading = make("h2", {});
  let insertion = false;
  const toggle = make("button", { type: "button", "aria-pressed": "false", onclick: () => {
    insertion = !insertion;
    toggle.setAttribute("aria-pressed", String(insertion));
    show();
  } }, say("insertion"));
  function show() {
    const kind = insertion ? "insertion" : "deletion";
    heading.textContent = say(insertion ? "curvesIn" : "curves", curves.answer.text);
    const lines = curves.curves.map((curve) => ({ name: TEXT[curve.method] || curve.method, values: curve[kind], area: curve[kind + "_area"] }));
    place.replaceChildren(...linePlot(heading.textContent, lines[0].values.map((value, i) => i), lines));
  }
  if (curves.curves.length > 0) show();
  return [heading, place, make("div", { class: "row" }, toggle)];
}

const VIEWS = {
  sequence: { needs: "attention", make: sequenceView }, heads: { needs: "whole_attention", make: headsView },
  layers: { needs: "answers", make: layersView }, flow: { needs: "flow", make: flowView },
  points: { needs: "points", make: pointsView }, flip: { needs: "flip", make: flipView },
  curves: { needs: "curves", make: curvesView }
};

function viewOf(step, pictures) {
  const view = VIEWS[step.view];
  if (!view) return null;
  const ready = step.look && (step.look[view.needs] || (step.view === "layers" && step.look.phrases));
  return make("section", { class: "card look" }, ...(ready ? view.make(step, pictures) : [make("p", {}, say("noLook"))]));
}
