import { describe, expect, it } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { csvFormat } from "../../../src/formats/csv/csv-format.ts";
import type { ReadRecord } from "../../../src/formats/format.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

/** A table as somebody wrote it, and all that is to be read of it: links, else entities, one a line; then problems. */
interface Dialect {
  readonly called: string;
  readonly text: string;
  readonly gives: readonly string[];
  /** `place: kind, outcome`, without the outcome where it is kept; none when left out. */
  readonly problems?: readonly string[];
  readonly file?: string;
}

const plain = ["a owns b", "c owns d"];
const guessed = "columns: guessed-columns";

const dialects: readonly Dialect[] = [
  { called: "commas", text: "source,target,type\na,b,owns\nc,d,owns\n", gives: plain },
  { called: "semicolons", text: "source;target;type\na;b;owns\nc;d;owns\n", gives: plain },
  { called: "tabs", text: "source\ttarget\ttype\na\tb\towns\nc\td\towns\n", gives: plain },
  { called: "bars", text: "source|target|type\na|b|owns\nc|d|owns\n", gives: plain },
  { called: "a byte-order mark", text: "\uFEFFsource,target,type\na,b,owns\nc,d,owns\n", gives: plain },
  { called: "CRLF", text: "source,target,type\r\na,b,owns\r\nc,d,owns\r\n", gives: plain },
  { called: "CR", text: "source,target,type\ra,b,owns\rc,d,owns\r", gives: plain },
  { called: "mixed line ends", text: "source,target,type\r\na,b,owns\nc,d,owns\re,f,owns\n", gives: [...plain, "e owns f"] },
  { called: "no last line end", text: "source,target,type\na,b,owns\nc,d,owns", gives: plain },
  { called: "empty lines", text: "\n\nsource,target,type\n\na,b,owns\n\n\nc,d,owns\n\n", gives: plain },
  { called: "lines of delimiters alone", text: "source,target,type\na,b,owns\n,,\nc,d,owns\n,,\n", gives: plain },
  { called: "every cell in quotes", text: '"source","target","type"\n"a","b","owns"\n"c","d","owns"\n', gives: plain },
  {
    called: "single quotes",
    text: "'source','target','type'\n'a','b','owns'\n'c, e','d','owns'\n",
    gives: ["a owns b", "c, e owns d"],
  },
  { called: "a delimiter in quotes", text: 'source,target\n"a, b","c"\nd,e\n', gives: ["a, b linked-to c", "d linked-to e"] },
  { called: "a line end in quotes", text: 'source,target\n"a\nb",c\nd,e\n', gives: ["a\nb linked-to c", "d linked-to e"] },
  { called: "doubled quotes", text: 'source,target\n"a ""x""",c\nd,e\n', gives: ['a "x" linked-to c', "d linked-to e"] },
  { called: "a quote within a cell", text: 'source,target\n5" pipe,c\nd,e\n', gives: ['5" pipe linked-to c', "d linked-to e"] },
  {
    called: "text after a closing quote",
    text: 'source,target\n"a" x,c\nd,e\n',
    gives: ["a x linked-to c", "d linked-to e"],
    problems: ["row 2: text-after-quote, repaired"],
  },
  { called: "blanks around cells", text: "source , target , type\n a , b , owns\nc, d, owns\n", gives: plain },
  { called: "a space without break", text: "source,target\n\u00A0a\u00A0,b\nc,d\n", gives: ["a linked-to b", "c linked-to d"] },
  {
    called: "a short row",
    text: "source,target,type\na,b\nc,d,owns\n",
    gives: ["a linked-to b", "c owns d"],
    problems: ["row 2: ragged-row, repaired"],
  },
  {
    called: "a long row",
    text: "source,target,type\na,b,owns,x\nc,d,owns\n",
    gives: ["c owns d"],
    problems: ["row 2: ragged-row, dropped"],
  },
  {
    called: "a delimiter at the end of every row",
    text: "source,target,\na,b,\nc,d,\n",
    gives: ["a linked-to b", "c linked-to d"],
  },
  {
    called: "a line end in quotes above a bad row",
    text: 'source,target\n"a\nb",c\nd,e,f\ng,h\n',
    gives: ["a\nb linked-to c", "g linked-to h"],
    problems: ["row 3 (line 4): ragged-row, dropped"],
  },
  {
    called: "an empty end",
    text: "source,target\na,\n,b\nc,d\n",
    gives: ["c linked-to d"],
    problems: ["row 2: empty-end, dropped", "row 3: empty-end, dropped"],
  },
  { called: "sep= above the header", text: "sep=;\r\nsource;target;type\r\na;b;owns\r\nc;d;owns\r\n", gives: plain },
  { called: "sep= with a rare sign", text: "sep=^\nsource^target^type\na^b^owns\nc^d^owns\n", gives: plain },
  { called: "titles above the header", text: "Report of 2024,,\n\nsource,target,type\na,b,owns\nc,d,owns\n", gives: plain },
  { called: "comments", text: "# made by hand\n# twice\nsource,target,type\na,b,owns\n# not yet\nc,d,owns\n", gives: plain },
  { called: "a header in a comment's form", text: "#source,target,type\na,b,owns\nc,d,owns\n", gives: plain },
  { called: "hashtags as ids", text: "source,target\n#a,#b\n#c,#d\n", gives: ["#a linked-to #b", "#c linked-to #d"] },
  { called: "headings in other letters", text: "SOURCE,Target,Relation_Type\na,b,owns\nc,d,owns\n", gives: plain },
  {
    called: "misspelt headings",
    text: "sorce,traget,relaton\na,b,owns\nc,d,owns\n",
    gives: plain,
    problems: [guessed, guessed, guessed],
  },
  { called: "German headings", text: "Quelle;Ziel;Beziehung\na;b;owns\nc;d;owns\n", gives: plain },
  { called: "French headings", text: "origine;destinataire;lien\na;b;owns\nc;d;owns\n", gives: plain },
  { called: "Spanish headings", text: "origen;destino;relación\na;b;owns\nc;d;owns\n", gives: plain },
  { called: "Russian headings", text: "источник;цель;связь\na;b;owns\nc;d;owns\n", gives: plain },
  { called: "from and to", text: "from,to\na,b\nc,d\n", gives: ["a linked-to b", "c linked-to d"] },
  { called: "payer and payee", text: "payer,payee,amount\na,b,100\nc,d,250\n", gives: ["a funds b", "c funds d"] },
  {
    called: "__proto__ as a column",
    text: "source,target,__proto__,constructor\na,b,x,y\nc,d,x,y\n",
    gives: ["a linked-to b", "c linked-to d"],
  },
  {
    called: "__proto__ as an id",
    text: "source,target\n__proto__,constructor\nc,d\n",
    gives: ["__proto__ linked-to constructor", "c linked-to d"],
  },
  {
    called: "a heading twice",
    text: "source,target,year,year\na,b,2001,2002\nc,d,2003,2004\n",
    gives: ["a linked-to b", "c linked-to d"],
    problems: [guessed],
  },
  { called: "a heading that is empty", text: "source,target,\na,b,x\nc,d,y\n", gives: ["a linked-to b", "c linked-to d"] },
  {
    called: "no header, numbers",
    text: "1,2\n2,3\n3,1\n",
    gives: ["1 linked-to 2", "2 linked-to 3", "3 linked-to 1"],
    problems: [guessed],
  },
  {
    called: "no header, blanks",
    text: "1 2\n2 3\n3  1\n",
    gives: ["1 linked-to 2", "2 linked-to 3", "3 linked-to 1"],
    problems: [guessed],
  },
  {
    called: "no header, names",
    text: "Ann,Bob\nBob,Cid\nCid,Ann\n",
    gives: ["Ann linked-to Bob", "Bob linked-to Cid", "Cid linked-to Ann"],
    problems: [guessed],
  },
  { called: "no header, weights", text: "1 2 0.5\n2 3 1\n", gives: ["1 linked-to 2", "2 linked-to 3"], problems: [guessed] },
  {
    called: "no header, the relation between",
    text: "Ann,knows,Bob\nBob,owns,Cid\nCid,knows,Ann\nAnn,owns,Cid\n",
    gives: ["Ann knows Bob", "Bob owns Cid", "Cid knows Ann", "Ann owns Cid"],
    problems: [guessed],
  },
  { called: "% comments", text: "% sym unweighted\n1 2\n2 3\n", gives: ["1 linked-to 2", "2 linked-to 3"], problems: [guessed] },
  {
    called: "Gephi's edges",
    text: "Source,Target,Type,Id,Label,Weight\na,b,Directed,0,owns,1.0\nc,d,Directed,1,owns,2.0\n",
    gives: plain,
  },
  {
    called: "Gephi's nodes",
    text: "Id,Label,timeset,modularity_class\n1,Ann,,0\n2,Bob,,1\n",
    gives: ["1 Ann thing", "2 Bob thing"],
  },
  {
    called: "Neo4j's nodes",
    text: "personId:ID(Person),name,born:int,:LABEL\n1,Ann,1970,Person;Actor\n2,Bob,1980,Person\n",
    gives: ["Person:1 Ann person", "Person:2 Bob person"],
  },
  {
    called: "Neo4j's links",
    text: ":START_ID(Person),role,:END_ID(Film),:TYPE\n1,Neo,9,ACTED_IN\n",
    gives: ["Person:1 ACTED_IN Film:9"],
    problems: ["columns: undeclared-ends"],
  },
  {
    called: "Neptune's nodes",
    text: "~id,~label,name:String,age:Int\np1,person,Ann,3\np2,person,Bob,4\n",
    gives: ["p1 Ann person", "p2 Bob person"],
  },
  {
    called: "Neptune's links",
    text: "~id,~from,~to,~label,weight:Double\ne1,p1,p2,knows,0.5\n",
    gives: ["p1 knows p2"],
    problems: ["columns: undeclared-ends"],
  },
  {
    called: "ICIJ's nodes",
    text: "node_id,name,countries,country_codes,sourceID,valid_until,note\n10,ACME LTD,Malta;Panama,MLT;PAN,Panama Papers,,\n",
    gives: ["10 ACME LTD company"],
    file: "nodes-entities.csv",
  },
  {
    called: "ICIJ's links",
    text: "node_id_start,node_id_end,rel_type,link,status,start_date,end_date,sourceID\n10,11,officer_of,director of,,04-JAN-1999,,Panama Papers\n",
    gives: ["10 officer_of 11 (director of)"],
    problems: ["columns: undeclared-ends"],
  },
  {
    called: "APOC's export of both",
    text: '"_id","_labels","name","_start","_end","_type"\n"1",":Person","Ann",,,\n"2",":Person:Actor","Bob",,,\n,,,"1","2","KNOWS"\n',
    gives: ["1 KNOWS 2"],
  },
  { called: "a matrix", text: ",a,b\na,0,1\nb,1,0\n", gives: ["a related-to b", "b related-to a"], problems: [guessed] },
  {
    called: "a matrix without names",
    text: "0 1 0 0\n0 0 1 0\n0 0 0 1\n0 0 0 0\n",
    gives: ["1 linked-to 2", "2 linked-to 3", "3 linked-to 4"],
    problems: [guessed],
  },
  {
    called: "people",
    text: "name,born,occupation\nAnn,1970,judge\nBob,1980,clerk\n",
    gives: ["Ann Ann person", "Bob Bob person"],
    file: "people.csv",
  },
  {
    called: "first and last names",
    text: "id,first name,last name\n1,Ann,Lee\n2,Bob,Ray\n",
    gives: ["1 Ann Lee thing", "2 Bob Ray thing"],
  },
  {
    called: "an employer",
    text: "name,employer,since\nAnn,ACME,2001\nBob,ACME,2002\n",
    gives: ["Ann member-of ACME", "Bob member-of ACME"],
  },
  {
    called: "two people of one name",
    text: "name,born\nAnn,1970\nAnn,1980\n",
    gives: ["Ann Ann thing", "Ann (row 3) Ann thing"],
    problems: ["row 3: repeated-name"],
  },
  {
    called: "an id again",
    text: "id,name\n1,Ann\n1,Annie\n1,Ann\n",
    gives: ["1 Ann thing", "1 Annie thing"],
    problems: ["row 3: repeated-id, merged", "row 4: repeated-id, merged"],
  },
  {
    called: "one column of names",
    text: "Ann Lee\nBob Ray\nCid Tan\n",
    gives: ["Ann Lee Ann Lee thing", "Bob Ray Bob Ray thing", "Cid Tan Cid Tan thing"],
    problems: [guessed],
  },
];

const read = (text: string, file = "table.csv"): Promise<ReadRecord[]> =>
  readAll(csvFormat, text, { file, ontology: builtInOntology });

function given(records: readonly ReadRecord[]): string[] {
  const links = linkLines(records.filter((record) => record.kind !== "claim" || record.claim.kind === "link"));
  const entities = ofKind(records, "entity").map(({ entity }) => `${entity.id} ${entity.name} ${entity.type}`);
  return links.length > 0 ? links : entities;
}

describe(`${dialects.length} ways to write a table are read without a mapping`, () => {
  it.each(dialects)("$called", async ({ text, file, gives, problems = [] }) => {
    const records = await read(text, file);
    expect(given(records)).toEqual(gives);
    expect(problemLines(records)).toEqual(problems);
    expect(ofKind(records, "table")).toHaveLength(1);
    expect(Object.getOwnPropertyNames({}).length).toBe(0);
  });

  it.each<[string, RegExp]>([
    ['source,target\na,b\nc,"d\ne,f\n', /^table\.csv: wanted every quote closed, got one that opens on line 3 and never ends$/],
    ["lat,lon\n1.5,2.5\n1.5,3.5\n", /^table\.csv: wanted columns that say .*, got lat, lon$/],
    ["\n\n \n", /^table\.csv: wanted a header or rows of a table, got an empty file$/],
    ["1.5\n1.5\n", /^table\.csv: wanted columns that say .*, got one column of text$/],
  ])("%j is refused in one line", async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
