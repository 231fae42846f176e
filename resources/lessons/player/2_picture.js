// The picture of a step with what lies over it: boxes, names, a heatmap, hidden regions, and the pointer's values.
const MOST_MARKS = 8, FAINTEST_MARK = 0.2, NAMED_AT_MOST = 16;

// A region's name, with its number where others are called so, too.
function nameAmong(regions, i) {
  const name = regions[i].name;
  return regions.some((other, j) => j !== i && other.name === name) ? `${name} (${i})` : name;
}

// 0 … 1 across an interval with soft edges, as the program's heatmap has it.
function softInterval(count, first, last, soft) {
  return Array.from({ length: count }, (unused, i) => {
    const inside = Math.min(i + 0.5 - first, last - i - 0.5);
    const t = Math.min(1, Math.max(0, inside / (2 * soft) + 0.5));
    return t * t * (3 - 2 * t);
  });
}

// What matters keeps its colors, the rest recedes.
function paintHeat(canvas, regions, weights, maximum, size, veil) {
  const width = (canvas.width = 320), height = (canvas.height = Math.max(1, Math.round((320 * size.height) / size.width)));
  const values = new Float32Array(width * height), soft = Math.max(0.5, 0.02 * Math.min(width, height));
  regions.forEach((region, i) => {
    const weight = Math.min(1, Math.max(0, weights[i]) / maximum);
    if (region.whole || !(weight > 0)) return;
    const columns = softInterval(width, (region.box[0] * width) / size.width, (region.box[2] * width) / size.width, soft);
    const rows = softInterval(height, (region.box[1] * height) / size.height, (region.box[3] * height) / size.height, soft);
    for (let y = 0; y < height; ++y)
      for (let x = 0; x < width; ++x)
        values[y * width + x] = Math.max(values[y * width + x], weight * rows[y] * columns[x]);
  });
  const context = canvas.getContext("2d"), paint = context.createImageData(width, height);
  for (let i = 0; i < values.length; ++i)
    paint.data.set([...veil, 255 * 0.65 * (1 - Math.sqrt(values[i]))], 4 * i);
  context.putImageData(paint, 0, 0);
}

// One picture. side: "left" or "right". The step's view, quiz and buttons change what lies over it through show().
class PictureView {
  constructor(step, side, caption) {
    this.step = step;
    this.side = side;
    this.regions = (side === "left" ? step.regions : step.right_regions) || [];
    this.hidden = new Set(side === "left" ? step.hidden : step.right_hidden);
    this.data = LESSON.pictures[side === "left" ? step.picture : step.right_picture];
    this.heat = make("canvas", { "aria-hidden": "true", hidden: true });
    this.drawing = make("svg", { viewBox: `0 0 ${this.data.width} ${this.data.height}`, "aria-hidden": "true" });
    this.tags = make("div", { "aria-hidden": "true" });
    const image = make("img", { src: this.data.src, alt: caption, width: this.data.width, height: this.data.height });
    this.hover = make("p", { class: "hover", "aria-hidden": "true" });
    this.frame = make("div", { class: "picture" }, image, this.heat, this.drawing, this.tags, this.hover);
    this.element = make("figure", {}, this.frame);
    this.drawing.addEventListener("pointermove", (event) => this.point(event));
    this.drawing.addEventListener("pointerleave", () => (this.hover.textContent = ""));
    this.drawing.addEventListener("click", (event) => this.onpick && this.onpick(this.regionAt(event)));
    this.state = { weights: null, away: new Set(), chosen: -1, found: new Set(), frames: step.boxes };
    this.draw();
  }

  show(change) {
    Object.assign(this.state, change);
    if (this.state.weights && this.state.weights.length !== this.regions.length) this.state.weights = null;
    this.draw();
  }

  fit(width, height) {
    const scale = Math.min(width / this.data.width, height / this.data.height);
    this.frame.style.width = Math.floor(this.data.width * scale) + "px";
    this.draw();
  }

  name(i) {
    return this.hidden.has(i) || this.state.away.has(i) ? say("hiddenRegion", this.regions[i].name) : this.regions[i].name;
  }

  // Of the regions that hold the point the smallest.
  regionAt(event) {
    const place = this.drawing.getBoundingClientRect();
    const x = ((event.clientX - place.left) * this.data.width) / place.width;
    const y = ((event.clientY - place.top) * this.data.height) / place.height;
    let best = -1, area = Infinity;
    this.regions.forEach((region, i) => {
      const [x1, y1, x2, y2] = region.box, size = (x2 - x1) * (y2 - y1);
      if (!region.whole && x >= x1 && x < x2 && y >= y1 && y < y2 && size < area) (best = i), (area = size);
    });
    return best;
  }

  point(event) {
    const i = this.regionAt(event), weights = this.state.weights;
    this.hover.textContent = i < 0 ? "" : this.name(i) + (weights ? ": " + percent(weights[i]) : "");
  }

  // The regions whose weights stand out.
  marks() {
    const weights = this.state.weights;
    if (!weights) return [];
    const greatest = Math.max(0, ...weights.filter((weight, i) => !this.regions[i].whole));
    return weights.map((weight, i) => i).filter((i) => !this.regions[i].whole && weights[i] > 0 && weights[i] >= FAINTEST_MARK * greatest)
      .sort((a, b) => weights[b] - weights[a]).slice(0, MOST_MARKS);
  }

  draw() {
    const { weights, away, chosen, found, frames } = this.state, marks = new Set(this.marks());
    const maximum = weights ? this.state.maximum || Math.max(0, ...weights.filter((weight, i) => !this.regions[i].whole)) : 0;
    this.heat.hidden = !(maximum > 0);
    if (maximum > 0) paintHeat(this.heat, this.regions, weights, maximum, this.data, this.data.veil);
    this.drawing.replaceChildren();
    this.tags.replaceChildren();
    const many = this.regions.length > NAMED_AT_MOST;
    this.regions.forEach((region, i) => {
      const gone = this.hidden.has(i) || away.has(i), hot = marks.has(i);
      if (!(frames || gone || hot || chosen === i || found.has(i)) || (region.whole && !gone)) return;
      const [x1, y1, x2, y2] = region.box;
      const place = { x: x1, y: y1, width: Math.max(0, x2 - x1), height: Math.max(0, y2 - y1) };
      const kinds = ["box", gone && "away", hot && "hot", chosen === i && "chosen", found.has(i) && "found"];
      this.drawing.append(make("rect", { ...place, class: "halo" }), make("rect", { ...place, class: kinds.filter(Boolean).join(" ") }));
    });
    const taken = [], order = [...marks, ...this.regions.map((region, i) => i).filter((i) => !marks.has(i) && frames && !many)];
    for (const i of order)
      if (!this.regions[i].whole) this.tag(this.regions[i], marks.has(i) ? percent(weights[i]) : "", taken);
  }

  // Above its box, below it, or inside: where no earlier one lies. Without room a name is left out, a share never.
  tag(region, share, taken) {
    const text = this.step.labels && this.state.names !== false ? [region.name, share].filter(Boolean).join(" ") : share;
    if (!text) return;
    const tag = make("span", { class: share ? "tag hot" : "tag" }, text);
    this.tags.append(tag);
    const scale = this.tags.clientWidth / this.data.width, width = tag.offsetWidth, height = tag.offsetHeight;
    const [x1, y1, x2, y2] = region.box.map((value) => value * scale), bottom = this.data.height * scale;
    const left = Math.max(0, Math.min(x1, this.tags.clientWidth - width));
    const places = [[left, y1 - height], [left, y2], [Math.max(0, x2 - width), y1 - height], [Math.max(0, x2 - width), y2], [left, y1], [left, y2 - height]];
    const isFree = ([x, y]) => y >= 0 && y + height <= bottom
      && taken.every(([a, b, w, h]) => x + width <= a || x >= a + w || y + height <= b || y >= b + h);
    const place = places.find(isFree) || (share ? places[0] : null);
    if (!place) return tag.remove();
    taken.push([...place, width, height]);
    tag.style.left = place[0] + "px";
    tag.style.top = Math.max(0, place[1]) + "px";
  }
}

// A small picture cut out, for a region's chip.
function thumbnail(picture, region) {
  const canvas = make("canvas", { width: 48, height: 48, "aria-hidden": "true" });
  const image = new Image(), data = picture.data;
  image.addEventListener("load", () => {
    const scale = image.naturalWidth / data.width, [x1, y1, x2, y2] = region.box.map((value) => value * scale);
    const side = Math.max(1, x2 - x1, y2 - y1), x = (x1 + x2 - side) / 2, y = (y1 + y2 - side) / 2;
    canvas.getContext("2d").drawImage(image, x, y, side, side, 0, 0, 48, 48);
  });
  image.src = data.src;
  return canvas;
}
