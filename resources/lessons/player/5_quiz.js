// Quizzes and what the student answered to them.
const RESULTS = new Map(); // by step: {answer, right, tries, seconds}

function isRightAnswer(quiz, given) {
  if (quiz.kind === "region") return (given.side === "right" ? quiz.right_of_right_picture : quiz.right).includes(given.region);
  if (quiz.options.length > 0 && quiz.kind !== "text") return String(given.options) === String(quiz.right);
  const text = forgiving(given.text);
  return text !== "" && quiz.accepted.some((accepted) => forgiving(accepted) === text);
}

function solutionOf(step) {
  const quiz = step.quiz;
  if (quiz.kind === "region")
    return [...quiz.right.map((i) => step.regions[i].name), ...quiz.right_of_right_picture.map((i) => step.right_regions[i].name)].join(", ");
  if (quiz.kind === "predict") return wordFor(step, quiz.accepted[0]);
  return quiz.options.length > 0 ? quiz.right.map((i) => quiz.options[i]).join(" · ") : quiz.accepted[0];
}

class Quiz {
  constructor(step, number, pictures, reveal) {
    Object.assign(this, { step, number, pictures, reveal, quiz: step.quiz, began: Date.now(), given: null });
    this.feedback = make("div", { class: "feedback", role: "status", "aria-live": "polite" });
    const button = make("button", { class: "main", type: "submit" }, say("check"));
    const question = this.quiz.question || (this.quiz.kind === "predict" ? say("predict") : "");
    const fields = make("fieldset", {}, make("legend", {}, question), ...this.fields());
    this.element = make("form", { class: "card quiz", onsubmit: (event) => {
      event.preventDefault();
      this.check();
    } }, fields, make("div", { class: "row" }, button), this.feedback);
  }

  fields() {
    const { kind, options } = this.quiz;
    if (kind === "region") return this.regionFields();
    if (kind === "text" || options.length === 0)
      return [make("label", {}, make("span", { class: "hidden-text" }, say("yourAnswer")), make("input", { type: "text", name: "text", autocomplete: "off", maxlength: 200 }))];
    const type = kind === "several" ? "checkbox" : "radio";
    return [make("div", { class: "options" }, ...options.map((option, i) => make("label", { class: "option" },
      make("input", { type, name: "option" + this.number, value: i }), make("span", {}, wordFor(this.step, option)))))];
  }

  regionFields() {
    const choose = make("select", { name: "region", "aria-label": say("chooseRegion") }, make("option", { value: "" }, "—"));
    this.pictures.forEach((picture) => {
      picture.frame.classList.add("asked");
      picture.regions.forEach((region, i) => {
        if (!region.whole) choose.append(make("option", { value: picture.side + i }, `${i}: ${region.name}`));
      });
      picture.onpick = (i) => {
        if (i < 0) return;
        choose.value = picture.side + i;
        this.mark();
        this.check();
      };
    });
    choose.addEventListener("change", () => this.mark());
    this.choose = choose;
    return [make("p", { class: "small" }, say("pick")), choose];
  }

  mark() {
    const given = this.read();
    this.pictures.forEach((picture) => picture.show({ chosen: given && given.side === picture.side ? given.region : -1 }));
  }

  read() {
    if (this.quiz.kind === "region") {
      const parts = /^(left|right)(\d+)$/.exec(this.choose.value);
      return parts && { side: parts[1], region: Number(parts[2]) };
    }
    const text = this.element.querySelector("input[type=text]");
    if (text) return text.value.trim() === "" ? null : { text: text.value };
    const options = [...this.element.querySelectorAll("input:checked")].map((input) => Number(input.value));
    return options.length > 0 ? { options } : null;
  }

  wordsOf(given) {
    if (given.options) return given.options.map((i) => this.quiz.options[i]).join("; ");
    if (given.text !== undefined) return given.text;
    return this.pictures.find((picture) => picture.side === given.side).regions[given.region].name;
  }

  check() {
    const given = this.read();
    if (!given) return this.tell("bad", say("empty"), "");
    const right = isRightAnswer(this.quiz, given), before = RESULTS.get(this.number);
    RESULTS.set(this.number, { answer: this.wordsOf(given), right, tries: (before ? before.tries : 0) + 1, seconds: (Date.now() - this.began) / 1000 });
    const more = right ? this.quiz.when_right : this.quiz.when_wrong;
    if (this.quiz.kind === "predict") this.reveal();
    this.tell(right ? "good" : "bad", say(right ? "right" : "wrong"), more || (right || this.quiz.kind === "predict" ? "" : say("again")));
    if (right && this.quiz.kind === "region") this.showSolution();
  }

  tell(kind, words, more) {
    this.feedback.className = "feedback " + kind;
    this.feedback.replaceChildren(words, ...(more ? [make("p", {}, more)] : []));
  }

  rightOf(picture) {
    return new Set(picture.side === "left" ? this.quiz.right : this.quiz.right_of_right_picture);
  }

  showSolution() {
    this.pictures.forEach((picture) => picture.show({ found: this.rightOf(picture), names: true }));
  }

  solve() {
    this.element.querySelectorAll(".option").forEach((option, i) => option.classList.toggle("right", this.quiz.right.includes(i)));
    if (this.quiz.kind === "region") this.showSolution();
    const answered = RESULTS.get(this.number);
    if (!answered || !answered.right) this.tell("", say("solution", solutionOf(this.step)), "");
  }
}

// A field as core/report writes it: spreadsheets compute nothing, commas and quotes are quoted.
function csvField(value) {
  const text = String(value), plain = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
}

// The columns of lessonResultsCsv in core/lesson.
function resultsCsv(student) {
  const lines = [["lesson", "title", "student", "step", "step_title", "kind", "question", "answer", "right", "tries", "seconds"]];
  LESSON.steps.forEach((step, i) => {
    const result = RESULTS.get(i);
    if (result) lines.push([LESSON.id, LESSON.title, student, i + 1, step.title, step.quiz.kind, step.quiz.question, result.answer, result.right ? 1 : 0,
      result.tries, oneDecimal(result.seconds)]);
  });
  return lines.map((line) => line.map(csvField).join(",") + "\r\n").join("");
}

function resultsPage() {
  const quizzes = LESSON.steps.map((step, i) => ({ step, i })).filter(({ step }) => step.quiz.kind !== "none");
  const right = quizzes.filter(({ i }) => RESULTS.has(i) && RESULTS.get(i).right).length;
  const name = make("input", { type: "text", id: "student", autocomplete: "name", maxlength: 200 });
  const save = make("button", { class: "main", type: "button", onclick: () => {
    const address = URL.createObjectURL(new Blob(["\ufeff" + resultsCsv(name.value)], { type: "text/csv" }));
    make("a", { href: address, download: (LESSON.id || "lesson") + "-results.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  } }, say("download"));
  const rows = quizzes.map(({ step, i }) => make("li", {}, `${step.title}: ${RESULTS.has(i) ? say(RESULTS.get(i).right ? "right" : "wrong") : say("open")}`));
  return make("section", { class: "results" }, make("h1", { tabindex: -1 }, say("results")), make("p", { class: "flip" }, say("score", right, quizzes.length)),
    make("ul", {}, ...rows), make("label", { for: "student" }, say("name")), name, make("div", { class: "row" }, save));
}
