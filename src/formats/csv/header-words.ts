import { editDistance } from "../../base/edit-distance.ts";
import { foldText } from "../../base/fold-text.ts";

/** What a heading promises; the values below it decide between `start`'s two meanings, and whether a date is one. */
export type HeaderMeaning =
  | ("start" | "end" | "source" | "target" | "source-name" | "target-name" | "source-type" | "target-type")
  | (
      | "id"
      | "name"
      | "first-name"
      | "last-name"
      | "alias"
      | "type"
      | "label"
      | "description"
      | "relation"
      | "direction"
      | "weight"
      | "amount"
    )
  | (
      | "member-of"
      | "date"
      | "from"
      | "to"
      | "url"
      | "source-url"
      | "source-title"
      | "quotation"
      | "page"
      | "note"
      | "stance"
      | "x"
      | "y"
    )
  /** A heading that only looks like one of the others. */
  | "other";

export interface HeaderReading {
  readonly meaning: HeaderMeaning;
  /** The word that a misspelt heading was taken for; null for one that is spelt so. */
  readonly meant: string | null;
}

// English, German, French, Spanish, Portuguese, Italian, Dutch, Russian; folded, words apart by one space, `|` between headings.
const headings: Readonly<Record<HeaderMeaning, string>> = {
  start: "from|start|begin|von|desde|van|от",
  end: "to|end|bis|nach|an|hasta|para|naar|до",
  source:
    "source|src|source id|sourceid|source node|from id|fromid|from node|fromnodeid|srcid|src id|srcnid|start id|start node|node1|node 1|node a|id1|id 1|entity1|entity 1|entity a|subject|subject id|sender|payer|donor|giver|buyer|owner|shareholder|parent|caller|follower|person1|person 1|person a|actor1|actor 1|head|quelle|ausgang|absender|sender id|spender|eigentumer|subjekt|origine|origen|fuente|expediteur|emetteur|remitente|origem|fonte|sorgente|mittente|bron|afzender|источник|отправитель|владелец|субъект",
  target:
    "target|tgt|dst|dest|destination|target id|targetid|target node|to id|toid|to node|tonodeid|dstid|dst id|dstnid|end id|end node|node2|node 2|node b|id2|id 2|entity2|entity 2|entity b|object|object id|receiver|recipient|payee|beneficiary|donee|seller|owned|subsidiary|child|callee|followee|person2|person 2|person b|actor2|actor 2|tail|ziel|empfanger|objekt|cible|destinataire|beneficiaire|destino|objetivo|destinatario|beneficiario|alvo|bersaglio|destinazione|doel|ontvanger|цель|получатель|объект",
  "source-name": "source name|sourcename|from name|subject name|source label|start name",
  "target-name": "target name|targetname|to name|object name|target label|end name",
  "source-type": "source type|sourcetype|from type|subject type|start type",
  "target-type": "target type|targettype|to type|object type|end type",
  id: "id|ids|node id|nodeid|identifier|uid|uuid|guid|key|code|ref|entity id|person id|node|vertex|kennung|nummer|nr|identifiant|identificador|identificativo|идентификатор|ид|номер",
  name: "name|names|full name|fullname|display name|entity name|person name|company name|title|bezeichnung|namen|vollstandiger name|nom|nom complet|nombre|nombre completo|nome|nome completo|naam|имя|фио|название|наименование|acteur|entity|person|company|organization|organisation",
  "first-name": "first name|firstname|given name|given names|forename|vorname|prenom|primer nombre|voornaam|имя отчество",
  "last-name":
    "last name|lastname|surname|family name|nachname|familienname|nom de famille|apellido|apellidos|sobrenome|cognome|achternaam|фамилия",
  alias:
    "alias|aliases|aka|also known as|other names|other name|alternative name|alternative names|nickname|former name|original name|synonyms|alternativname|surnom|pseudonyme|apodo|apelido|soprannome|bijnaam|псевдоним|прозвище",
  type: "type|entity type|node type|kind|category|class|labels|schema|art|typ|kategorie|categorie|tipo|categoria|clase|soort|тип|вид|категория",
  label: "label|beschriftung|etiquette|etiqueta|etichetta|метка",
  description:
    "description|desc|summary|about|bio|biography|beschreibung|descripcion|descricao|descrizione|omschrijving|beschrijving|описание",
  relation:
    "relation|relationship|relation type|relationtype|relationship type|reltype|rel type|rel|edge type|link type|link|connection|connection type|predicate|interaction|verb|property type|beziehung|verbindung|relation typ|lien|relacion|vinculo|relacao|relazione|legame|relatie|связь|отношение",
  direction: "direction|directed|directedness|richtung|sens|direccion|direcao|direzione",
  weight: "weight|strength|count|times|frequency|gewicht|anzahl|starke|poids|peso|fuerza|forca|gewicht|aantal|вес|сила",
  amount:
    "amount|value|sum|price|total|amount eur|amount usd|donation eur|betrag|summe|wert|montant|somme|valeur|importe|monto|cantidad|valor|montante|importo|valore|bedrag|waarde|сумма|стоимость|размер",
  "member-of":
    "employer|works for|works at|member of|party|political party|organisation name|organization name|belongs to|affiliation|group name|political group|arbeitgeber|partei|mitglied von|employeur|parti|membre de|empleador|partido|miembro de|empregador|membro de|datore di lavoro|partito|werkgever|partij|работодатель|партия",
  date: "date|day|when|time|timestamp|datetime|year|event date|transaction date|datum|tag|zeit|jahr|zeitpunkt|jour|annee|fecha|dia|ano|data|giorno|anno|dag|jaar|дата|год|время",
  from: "start date|startdate|date from|from date|valid from|since|begin date|date start|start time|appointed on|beginn|startdatum|seit|gultig ab|date de debut|debut|depuis|fecha de inicio|inicio|data de inicio|data inizio|inizio|begindatum|sinds|дата начала|начало",
  to: "end date|enddate|date to|to date|valid to|valid until|until|date end|end time|resigned on|ende|enddatum|gultig bis|date de fin|fin|fecha de fin|data de fim|fim|data fine|fine|einddatum|tot|дата окончания|конец",
  url: "url|urls|uri|link url|web|website|webpage|homepage|href|weblink|web site|internet|site web|sitio web|sito|ссылка|сайт",
  "source-url":
    "source url|source urls|sourceurl|source link|source links|reference url|evidence url|url source|sources|source s|quelle url|quellen|lien source|fuentes|url fuente|fontes|fonti|bronnen|источники",
  "source-title":
    "source title|reference|references|document|publication|evidence|citation|source name title|data source|datasource|source document|beleg|nachweis|dokument|documento|документ",
  quotation: "quote|quotation|excerpt|passage|quoted text|zitat|auszug|extrait|cita|citacao|citazione|citaat|цитата",
  page: "page|pages|page number|pp|seite|seiten|pagina|paginas|страница|стр",
  note: "note|notes|comment|comments|remark|remarks|details|memo|bemerkung|anmerkung|notiz|kommentar|notizen|commentaire|remarque|nota|notas|comentario|observacion|observaciones|observacao|commento|opmerking|примечание|комментарий",
  stance: "stance|standing|claim status|alleged|certainty status|modality",
  x: "x|x coordinate|pos x|position x",
  y: "y|y coordinate|pos y|position y",
  other:
    "height|gender|player|layer|order|other|state|status|rate|late|place|form|text|number|country|county|city|street|region|location|nation|nationality|address|email|phone|telephone|zip|postcode|color|colour|size|age|sex|file|role|position|currency|language|lang|latitude|longitude|lat|lon|lng|board|nodes|edges|names of|rank|level|score",
};

const exact = new Map<string, HeaderMeaning>();
for (const [meaning, words] of Object.entries(headings) as [HeaderMeaning, string][])
  for (const heading of words.split("|")) {
    const folded = foldText(heading);
    if (!exact.has(folded)) exact.set(folded, meaning);
    if (!exact.has(folded.replaceAll(" ", ""))) exact.set(folded.replaceAll(" ", ""), meaning);
  }

const spelt = [...exact].map(([heading, meaning]) => ({ heading, meaning, codes: codesOf(heading) }));

/** Words of a heading, folded and apart by one space: `StartDate`, `start_date` and `Start date:` alike. */
export function headingWords(heading: string): string {
  const apart = heading.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replaceAll(/[^\p{L}\p{N}]+/gu, " ");
  return foldText(apart);
}

/**
 * What a heading means: a word of the list, else one that is a letter away (two of ten letters and more; the nearest, then the first of
 * the list). Null for what is no word of it.
 */
export function readHeading(heading: string): HeaderReading | null {
  const words = headingWords(heading);
  const found = exact.get(words) ?? exact.get(words.replaceAll(" ", ""));
  if (found !== undefined) return { meaning: found, meant: null };
  return nearest(words.replaceAll(" ", ""));
}

/** Columns up to which slips of the pen are looked for: a header of thousands is made by a program. */
const mostSpelt = 200;

/** What each heading of a table means. */
export function readHeadings(names: readonly string[]): (HeaderReading | null)[] {
  if (names.length <= mostSpelt) return names.map((name) => (name === "" ? null : readHeading(name)));
  return names.map((name) => {
    const words = headingWords(name);
    const meaning = exact.get(words) ?? exact.get(words.replaceAll(" ", ""));
    return meaning === undefined ? null : { meaning, meant: null };
  });
}

/** Headings kept in mind at most, with what they are near. */
const mostKept = 1_000;
const kept = new Map<string, HeaderReading | null>();

function nearest(joined: string): HeaderReading | null {
  const known = kept.get(joined);
  if (known !== undefined) return known;
  const found = searched(joined);
  if (kept.size < mostKept && joined.length <= 64) kept.set(joined, found);
  return found;
}

function searched(joined: string): HeaderReading | null {
  const most = joined.length >= 10 ? 2 : joined.length >= 5 ? 1 : 0;
  if (most === 0 || joined.length > 64) return null;
  const codes = codesOf(joined);
  let best: { readonly heading: string; readonly meaning: HeaderMeaning; readonly away: number } | null = null;
  for (const each of spelt) {
    if (each.heading.length < 5) continue;
    const away = editDistance(codes, each.codes, most);
    if (away <= most && (best === null || away < best.away)) best = { ...each, away };
  }
  return best === null ? null : { meaning: best.meaning, meant: best.heading };
}

function codesOf(text: string): number[] {
  return Array.from(text, (letter) => letter.codePointAt(0)!);
}
