import { expect, test } from "vitest";
import { jsonLdFormat } from "../../../src/formats/rdf/json-ld-format.ts";
import { turtleFormat } from "../../../src/formats/rdf/turtle-format.ts";
import { hostileContent } from "../hostile-content.ts";
import { pythonHas, pythonSays } from "../python.ts";

const code = `import logging
logging.disable(logging.CRITICAL)
from rdflib import Graph, RDF, URIRef
from rdflib.compare import isomorphic
ttl = Graph().parse(sys.argv[1], format="turtle")
ld = Graph().parse(sys.argv[2], format="json-ld")
claims = [str(s) for s in ttl.subjects(RDF.type, URIRef("urn:clew:vocab#Claim"))]
print(json.dumps({"triples": [len(ttl), len(ld)], "same": isomorphic(ttl, ld), "claims": len(claims)}))`;

test.skipIf(!pythonHas("rdflib"))(
  "rdflib reads Turtle and JSON-LD as the same graph, hostile names and all",
  { timeout: 60_000 },
  () => {
    const content = hostileContent();
    const texts = {
      "case.ttl": [...turtleFormat.writer!.write(content, "case")].join(""),
      "case.jsonld": [...jsonLdFormat.writer!.write(content, "case")].join(""),
    };
    const said = pythonSays(code, texts) as { triples: [number, number]; same: boolean; claims: number };
    expect(said.claims).toBe(content.claims.length);
    expect(said.triples[0]).toBe(said.triples[1]);
    expect(said.same).toBe(true);
  },
);
