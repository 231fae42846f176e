// Lines and points, drawn as SVG; their numbers are in a table besides.
const WIDTH = 640, HEIGHT = 215, LEFT = 66, BOTTOM = 30, TOP = 12, RIGHT = 14;

function axes(plot, labels, shares) {
  const x = (i) => LEFT + ((WIDTH - LEFT - RIGHT) * i) / Math.max(1, labels.length - 1);
  const y = (value) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value);
  if (shares)
    for (const value of [0, 0.5, 1])
      plot.append(make("line", { class: "axis", x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value) }),
        make("text", { x: LEFT - 6, y: y(value) + 5, "text-anchor": "end" }, value * 100 + " %"));
  const every = Math.ceil(labels.length / 13);
  labels.forEach((label, i) => {
    if (i % every === 0) plot.append(make("text", { x: x(i), y: HEIGHT - 8, "text-anchor": "middle" }, String(i)));
  });
  return { x, y };
}

// lines: [{name, values}]; one label a value.
function linePlot(title, labels, lines) {
  const plot = make("svg", { class: "plot", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": title });
  const { x, y } = axes(plot, labels, true);
  lines.forEach((line, number) => {
    const points = line.values.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
    plot.append(make("polyline", { class: "line c" + (number % 6), points }));
    line.values.forEach((value, i) => plot.append(make("circle", { class: "c" + (number % 6), fill: "currentColor", cx: x(i), cy: y(value), r: 4.5 },
      make("title", {}, `${line.name}, ${labels[i]}: ${percent(value)}`))));
  });
  const legend = make("ul", { class: "legend" }, ...lines.map((line, number) =>
    make("li", {}, make("i", { class: "c" + (number % 6) }), line.name + (line.area === undefined ? "" : ` (${say("area")} ${percent(line.area)})`))));
  return [plot, legend, numbersTable(labels, lines)];
}

function numbersTable(labels, lines) {
  const head = make("tr", {}, make("th", { scope: "col" }), ...labels.map((label) => make("th", { scope: "col" }, String(label))));
  const rows = lines.map((line) => make("tr", {}, make("th", { scope: "row" }, line.name), ...line.values.map((value) => make("td", {}, percent(value)))));
  return make("details", {}, make("summary", {}, say("numbers")), make("div", { class: "scroll" }, make("table", {}, head, ...rows)));
}

// items: one a position, {name, kind}; points in any unit.
function pointPlot(title, points, items) {
  const plot = make("svg", { class: "plot", viewBox: `0 0 ${WIDTH} ${HEIGHT + 36}`, role: "img", "aria-label": title });
  const span = (axis) => {
    const values = points.map((point) => point[axis]), least = Math.min(...values), most = Math.max(...values);
    return { least, size: most - least || 1 };
  };
  const across = span(0), up = span(1), kinds = ["word", "region", "special"];
  const taken = []; // by names: of those that would lie on others the pointer tells
  points.forEach((point, i) => {
    const cx = 20 + ((WIDTH - 170) * (point[0] - across.least)) / across.size;
    const cy = 18 + HEIGHT * (1 - (point[1] - up.least) / up.size);
    const mark = { class: "c" + kinds.indexOf(items[i].kind), fill: "currentColor" };
    plot.append(items[i].kind === "region" ? make("rect", { ...mark, x: cx - 6, y: cy - 6, width: 12, height: 12 }, make("title", {}, items[i].name))
      : make("circle", { ...mark, cx, cy, r: 6 }, make("title", {}, items[i].name)));
    const width = 10 * items[i].name.length;
    if (taken.some(([x, y, w]) => Math.abs(cy - y) < 16 && cx < x + w && x < cx + width)) return;
    taken.push([cx, cy, width]);
    plot.append(make("text", { x: cx + 10, y: cy + 6, "aria-hidden": "true" }, items[i].name));
  });
  const names = [say("words"), say("regions"), say("special")];
  return [plot, make("ul", { class: "legend" }, ...names.map((name, i) => make("li", {}, make("i", { class: "c" + i }), name)))];
}

// A table of shares as pixels: [from][to]. Without a label it is a picture for eyes alone.
function mapCanvas(rows, label) {
  const count = rows.length, canvas = make("canvas", { width: count, height: count, ...(label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" }) });
  const context = canvas.getContext("2d"), paint = context.createImageData(count, count);
  const greatest = Math.max(1e-9, ...rows.map((row) => Math.max(...row)));
  rows.forEach((row, from) => row.forEach((share, to) => {
    const t = Math.sqrt(share / greatest);
    paint.data.set([16 + 239 * t, 19 + 157 * t, 26 + 30 * t * (1 - t), 255], 4 * (from * count + to));
  }));
  context.putImageData(paint, 0, 0);
  return canvas;
}
