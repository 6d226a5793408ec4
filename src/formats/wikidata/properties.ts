import type { RelationWords } from "../thing-records.ts";

export interface WikidataRelation extends RelationWords {
  readonly relation: string;
  /** The object of the statement is the subject of the relation. */
  readonly turned?: true;
}

const kin = { family: "family", symmetric: true } as const;

/** Properties between items that have a name here; others are called by their number. */
export const wikidataRelations: ReadonlyMap<string, WikidataRelation> = new Map<string, WikidataRelation>([
  ["P26", { relation: "spouse-of", ...kin }],
  ["P451", { relation: "partner-of", ...kin }],
  ["P3373", { relation: "sibling-of", ...kin }],
  ["P1038", { relation: "relative-of", ...kin }],
  ["P40", { relation: "parent-of", inverse: "child of", family: "family" }],
  ["P22", { relation: "has-father", inverse: "father of", family: "family" }],
  ["P25", { relation: "has-mother", inverse: "mother of", family: "family" }],
  ["P39", { relation: "holds-office", inverse: "held by", family: "property" }],
  ["P102", { relation: "member-of", inverse: "has member", family: "affiliation" }],
  ["P463", { relation: "member-of", inverse: "has member", family: "affiliation" }],
  ["P108", { relation: "works-for", inverse: "employs", family: "affiliation" }],
  ["P241", { relation: "serves-in", inverse: "has in service", family: "affiliation" }],
  ["P69", { relation: "educated-at", inverse: "educated", family: "affiliation" }],
  ["P27", { relation: "national-of", inverse: "has national", family: "place" }],
  ["P19", { relation: "born-in", inverse: "birthplace of", family: "place" }],
  ["P20", { relation: "died-in", inverse: "place of death of", family: "place" }],
  ["P551", { relation: "lives-in", inverse: "home of", family: "place" }],
  ["P17", { relation: "located-in", inverse: "location of", family: "place" }],
  ["P131", { relation: "located-in", inverse: "location of", family: "place" }],
  ["P276", { relation: "located-in", inverse: "location of", family: "place" }],
  ["P159", { relation: "headquartered-in", inverse: "headquarters of", family: "place" }],
  ["P361", { relation: "part-of", inverse: "has part", family: "affiliation" }],
  ["P527", { relation: "part-of", inverse: "has part", family: "affiliation", turned: true }],
  ["P749", { relation: "subsidiary-of", inverse: "parent of", family: "property" }],
  ["P355", { relation: "subsidiary-of", inverse: "parent of", family: "property", turned: true }],
  ["P1830", { relation: "owns", inverse: "owned by", family: "property" }],
  ["P127", { relation: "owns", inverse: "owned by", family: "property", turned: true }],
  ["P169", { relation: "leads", inverse: "led by", family: "affiliation", turned: true }],
  ["P488", { relation: "leads", inverse: "led by", family: "affiliation", turned: true }],
  ["P35", { relation: "leads", inverse: "led by", family: "affiliation", turned: true }],
  ["P6", { relation: "leads", inverse: "led by", family: "affiliation", turned: true }],
  ["P112", { relation: "founded", inverse: "founded by", family: "action", turned: true }],
  ["P1344", { relation: "participated-in", inverse: "had as participant", family: "action" }],
  ["P607", { relation: "participated-in", inverse: "had as participant", family: "action" }],
  ["P710", { relation: "participated-in", inverse: "had as participant", family: "action", turned: true }],
  ["P166", { relation: "received-award", inverse: "awarded to" }],
  ["P106", { relation: "has-occupation", inverse: "occupation of" }],
  ["P1308", { relation: "holds-office", inverse: "held by", family: "property", turned: true }],
  ["P3320", { relation: "leads", inverse: "led by", family: "affiliation", turned: true }],
  ["P1037", { relation: "leads", inverse: "led by", family: "affiliation", turned: true }],
  ["P598", { relation: "commands", inverse: "commanded by", family: "affiliation" }],
  ["P945", { relation: "allegiance-to", inverse: "has allegiance of", family: "affiliation" }],
  ["P1416", { relation: "affiliate-of", inverse: "has affiliate", family: "affiliation" }],
  ["P137", { relation: "manages", inverse: "managed by", family: "custody", turned: true }],
  ["P859", { relation: "funds", inverse: "funded by", family: "support", turned: true }],
  ["P1951", { relation: "invested-in", inverse: "has investor", family: "property", turned: true }],
  ["P8031", { relation: "perpetrated", inverse: "perpetrated by", family: "action", turned: true }],
  ["P8032", { relation: "victim-of", inverse: "had as victim", family: "action", turned: true }],
  ["P533", { relation: "targeted", inverse: "targeted by", family: "action" }],
  ["P1595", { relation: "charged-with", inverse: "charge against", family: "procedure" }],
  ["P1399", { relation: "convicted-of", inverse: "conviction of", family: "procedure" }],
  ["P3602", { relation: "candidate-in", inverse: "had as candidate", family: "action" }],
  ["P793", { relation: "involved", inverse: "involved in", family: "action", turned: true }],
  ["P1365", { relation: "preceded", inverse: "succeeded", family: "affiliation", turned: true }],
  ["P1366", { relation: "preceded", inverse: "succeeded", family: "affiliation" }],
  ["P3342", { relation: "linked-to", inverse: "linked from" }],
  ["P937", { relation: "works-in", inverse: "place of work of", family: "place" }],
  ["P263", { relation: "lives-in", inverse: "home of", family: "place" }],
  ["P36", { relation: "has-capital", inverse: "capital of", family: "place" }],
  ["P47", { relation: "borders", family: "place", symmetric: true }],
  ["P530", { relation: "has-relations-with", symmetric: true }],
  ["P140", { relation: "has-religion", inverse: "religion of" }],
  ["P172", { relation: "of-ethnic-group", inverse: "ethnic group of" }],
  ["P1142", { relation: "of-ideology", inverse: "ideology of" }],
  ["P410", { relation: "has-rank", inverse: "rank of" }],
  ["P800", { relation: "created", inverse: "created by" }],
  ["P1343", { relation: "described-in", inverse: "describes" }],
  ["P1411", { relation: "nominated-for", inverse: "had as nominee" }],
  ["P31", { relation: "instance-of", inverse: "has instance" }],
  ["P279", { relation: "subclass-of", inverse: "has subclass" }],
  ["P1889", { relation: "different-from", symmetric: true }],
]);

const names = new Map([
  ["P18", "image"],
  ["P21", "sex-or-gender"],
  ["P109", "signature"],
  ["P349", "national-diet-library"],
  ["P434", "musicbrainz"],
  ["P269", "idref"],
  ["P212", "isbn-13"],
  ["P297", "iso-3166-1"],
  ["P298", "iso-3166-1-alpha-3"],
  ["P496", "orcid"],
  ["P646", "freebase"],
  ["P742", "pseudonym"],
  ["P968", "email"],
  ["P1329", "phone"],
  ["P1566", "geonames"],
  ["P1616", "siren"],
  ["P2003", "instagram"],
  ["P2397", "youtube"],
  ["P2671", "google-knowledge-graph"],
  ["P4264", "linkedin-company"],
  ["P6634", "linkedin"],
  ["P213", "isni"],
  ["P214", "viaf"],
  ["P227", "gnd"],
  ["P244", "library-of-congress"],
  ["P268", "bnf"],
  ["P345", "imdb"],
  ["P373", "commons-category"],
  ["P569", "date-of-birth"],
  ["P570", "date-of-death"],
  ["P571", "inception"],
  ["P576", "dissolved"],
  ["P580", "start-time"],
  ["P582", "end-time"],
  ["P585", "point-in-time"],
  ["P625", "coordinates"],
  ["P856", "website"],
  ["P1082", "population"],
  ["P1128", "employees"],
  ["P1278", "lei"],
  ["P1448", "official-name"],
  ["P1477", "birth-name"],
  ["P1545", "series-ordinal"],
  ["P1559", "native-name"],
  ["P1705", "native-label"],
  ["P1810", "named-as"],
  ["P1813", "short-name"],
  ["P2002", "x-username"],
  ["P2013", "facebook"],
  ["P2048", "height"],
  ["P2139", "revenue"],
  ["P2241", "reason-for-deprecation"],
]);

/** What a property is called as an attribute: its name here, else the one that it has as a relation, else its number. */
export function propertyName(property: string): string {
  return names.get(property) ?? wikidataRelations.get(property)?.relation ?? property;
}

const types = new Map([
  ["Q5", "person"],
  ["Q6256", "country"],
  ["Q3624078", "country"],
  ["Q515", "city"],
  ["Q1549591", "city"],
  ["Q5119", "city"],
  ["Q486972", "place"],
  ["Q17334923", "place"],
  ["Q43229", "organization"],
  ["Q7278", "organization"],
  ["Q163740", "organization"],
  ["Q4830453", "company"],
  ["Q783794", "company"],
  ["Q891723", "company"],
  ["Q6881511", "company"],
  ["Q327333", "public-body"],
  ["Q192350", "public-body"],
  ["Q35749", "public-body"],
  ["Q11032", "media"],
  ["Q17149090", "armed-group"],
  ["Q1656682", "event"],
  ["Q1190554", "event"],
  ["Q40231", "election"],
  ["Q198", "war"],
  ["Q2223653", "attack"],
]);

/** The type of a thing that is an instance of these; `thing` where none of them is known. */
export function typeOfClasses(classes: readonly string[]): string {
  return classes.map((each) => types.get(each)).find((type) => type !== undefined) ?? "thing";
}

/** Words of Wikidata (P5102, P1480) for what is not said outright. */
export const hedges: ReadonlySet<string> = new Set([
  "Q18122778", // presumably
  "Q30230067", // possibly
  "Q56644435", // probably
  "Q32188232", // allegedly
  "Q18912752", // disputed
  "Q28831311", // unconfirmed
  "Q41719", // hypothesis
]);
