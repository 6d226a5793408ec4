import { describeFormats } from "../../case/describe-formats.ts";
import type { Export } from "../../case/export-case.ts";
import type { Case } from "../../case/open-case.ts";
import type { ExportScope } from "../../case/views.ts";
import type { Ask } from "../../query/question-field.ts";
import type { AskedScope, Question } from "./job.ts";

/** Plain JSON, or a file on its way out. */
export type Answered = { readonly kind: "json"; readonly value: unknown } | { readonly kind: "file"; readonly file: Export };

/** Asks the case; the JSON is that of the command line's `--json`. Throws BadInput in one line. */
export function answerQuestion(opened: Case, question: Question): Answered {
  if (question.ask !== "export") return { kind: "json", value: jsonOf(opened, question) };
  const { ask: _, scope, ...options } = question;
  const whole = scope === undefined ? {} : { scope: scopeOf(opened, scope) };
  return { kind: "file", file: opened.exportAs({ ...options, ...whole }) };
}

function scopeOf(opened: Case, scope: AskedScope): ExportScope {
  switch (scope.kind) {
    case "case":
      return scope;
    case "entities":
      return { kind: "entities", entities: scope.entities.map((name) => opened.find(name).id) };
    case "around": {
      const { entity, kind: _, ...rest } = scope;
      const { center, hops } = opened.question({ ...rest, ask: "around", center: entity });
      return { kind: "around", entity: center, hops };
    }
    case "path":
      return { kind: "path", question: opened.question({ ...scope.question, ask: "path" }) };
    case "answer":
      return { kind: "answer", question: opened.question<Ask>(scope.question) };
    case "chart":
      return { kind: "chart", chart: opened.chart(scope.chart).id };
  }
}

function jsonOf(opened: Case, question: Exclude<Question, { ask: "export" }>): unknown {
  switch (question.ask) {
    case "case":
      return opened.view();
    case "graph":
      return opened.graph(question.limit);
    case "search": {
      const { q, ask: _, ...options } = question;
      return { hits: opened.search(q, options) };
    }
    case "overview":
      return opened.overview();
    case "work-out-overview": {
      opened.prepare();
      const workedOut = opened.whole.workOut();
      return workedOut && { revision: workedOut.revision, text: new TextDecoder().decode(workedOut.bytes) };
    }
    case "open-kept":
      return { revision: opened.prepare("kept") };
    case "part":
      return opened.whole.part(question.part);
    case "entities":
      return opened.whole.entities(question.list);
    case "entity": {
      const { id, ask: _, ...options } = question;
      return opened.show(id, options);
    }
    case "entity-links":
      return opened.moreLinks(question.id, question.group);
    case "link":
      return opened.link(question.id);
    case "links":
      return opened.links(question.filter);
    case "source": {
      const { id, ask: _, ...options } = question;
      return opened.source(id, options);
    }
    case "chart":
      return opened.chart(question.id);
    case "question":
      return opened.ask<Ask>(question.asked);
    case "stats":
      return opened.stats();
    case "check": {
      const problems = opened.check();
      return { sound: problems.length === 0, problems };
    }
    case "formats":
      return { formats: describeFormats() };
    case "revisions":
      return opened.revisions({ after: question.after, limit: 256 });
  }
}
