import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { anxFormat } from "../../../src/formats/anx/anx-format.ts";
import { detectFormat } from "../../../src/formats/list.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const chart = (items: string) => `<?xml version="1.0"?>
<Chart IdReferenceLinking="false">
 <StrengthCollection><Strength Id="s1" Name="Confirmed"/><Strength Id="s2" Name="Tentative"/></StrengthCollection>
 <GradeOne><StringCollection><String Id="g0" Text="-"/><String Id="g1" Text="B - Usually reliable"/><String Id="g2" Text="Secret"/></StringCollection></GradeOne>
 <GradeTwo><StringCollection><String Text="-"/><String Text="2 - Probably true"/></StringCollection></GradeTwo>
 <LinkTypeCollection><LinkType Id="l1" Name="Owns"/></LinkTypeCollection>
 <EntityTypeCollection><EntityType Id="e1" Name="Organisation"/></EntityTypeCollection>
 <AttributeClassCollection><AttributeClass Id="a1" Name="Employees" Type="AttNumber"/><AttributeClass Id="a2" Name="Wanted" Type="AttFlag"/></AttributeClassCollection>
 <ChartItemCollection>${items}</ChartItemCollection>
</Chart>`;

const anx = (items: string) => readAll(anxFormat, chart(items), { ontology: builtInOntology });
const entity = (id: string, more = "", item = "") =>
  `<ChartItem Label="${id}!" ${item}><End X="10" Y="20"><Entity EntityId="${id}" Identity="${id}">${more}</Entity></End></ChartItem>`;
const link = (style: string, more = "", item = "") =>
  `<ChartItem ${item}><Link End1Id="1" End2Id="2"><LinkStyle ${style}/>${more}</Link></ChartItem>`;

test("entities: type by its reference, attributes by their classes, place, date, identity", async () => {
  const records = await anx(
    `<ChartItem Id="c1" Label="ACME" Description="A maker" DateSet="true" TimeSet="true" DateTime="2014-03-05T10:00:00">
       <End X="10" Y="20"><Entity EntityId="7" Identity="GB123"><Icon><IconStyle EntityTypeReference="e1"/></Icon></Entity></End>
       <AttributeCollection><Attribute AttributeClassReference="a1" Value="12"/><Attribute AttributeClass="Wanted" Value="true"/></AttributeCollection>
     </ChartItem>`,
  );
  expect(detectFormat("x", chart("")).id).toBe("anx");
  expect(ofKind(records, "entity")[0]?.entity).toMatchObject({
    id: "7",
    name: "ACME",
    type: "organization",
    description: "A maker",
  });
  const said = ofKind(records, "claim").map(({ claim }) => (claim.kind === "attribute" ? [claim.property, claim.value] : []));
  expect(said).toEqual([
    ["Employees", 12],
    ["Wanted", true],
    ["time", "2014-03-05T10:00:00"],
    ["identity", "GB123"],
    ["date", "2014-03-05"],
  ]);
  expect(ofKind(records, "chart")[0]?.chart.nodes).toEqual([{ entity: "7", x: 10, y: -20, pinned: false }]);
  expect(problemLines(records)).toEqual([]);
});

test("links: type, way of the arrow, strength as stance, date", async () => {
  const records = await anx(
    link(
      'LinkTypeReference="l1" ArrowStyle="ArrowOnHead" Strength="Confirmed"',
      "",
      'Label="60 %" DateSet="true" DateTime="2014-03-05T00:00:00"',
    ) +
      link('Type="Owns" ArrowStyle="ArrowOnTail" StrengthReference="s2"') +
      link('Type="Link" ArrowStyle="ArrowNone"', "", 'Label="met"') +
      link('Type="Link"', "", 'DateSet="false" DateTime="2014-03-05T00:00:00"'),
  );
  expect(linkLines(records)).toEqual(["1 owns 2 (60 %)", "2 owns 1", "1 met 2", "1 related-to 2"]);
  expect(ofKind(records, "claim").map(({ claim }) => [claim.stance, claim.during])).toEqual([
    ["asserts", "2014-03-05"],
    ["alleges", null],
    ["asserts", null],
    ["asserts", null],
  ]);
});

test("a link has a claim of each source that it or a card of it names, with their grades, words and dates", async () => {
  const card =
    '<CardCollection><Card Summary="Interview" Text="She said so" SourceReference="https://example.org/i" DateSet="true" DateTime="2015-01-02T00:00:00" GradeOneIndex="1" GradeTwoIndex="1"/></CardCollection>';
  const records = await anx(
    link(
      'Type="Owns" ArrowStyle="ArrowOnHead"',
      card,
      'SourceReference="Report 12" SourceType="Informant" GradeOneReference="g2"',
    ),
  );
  expect(ofKind(records, "source").map(({ source }) => [source.id, source.title, source.url, source.reliability])).toEqual([
    ["the-file#Report 12", "Report 12", null, null],
    ["https://example.org/i", "example.org/i", "https://example.org/i", "B"],
  ]);
  const claims = ofKind(records, "claim").map(({ claim }) => claim);
  expect(claims).toMatchObject([
    {
      source: "the-file#Report 12",
      said: null,
      credibility: null,
      attributes: [
        ["source type", "Informant"],
        ["grade one", "Secret"],
      ],
    },
    { source: "https://example.org/i", said: "2015-01-02", credibility: 2, attributes: [["record", "Interview: She said so"]] },
  ]);
  expect(new Set(claims.map(({ id }) => id)).size).toBe(2);
});

test("a card of an entity is a record of its source; what the entity has is said by its own", async () => {
  const records = await anx(
    entity(
      "1",
      '<CardCollection><Card Summary="Seen" SourceReference="Log"/></CardCollection>',
      'SourceReference="Register" DateSet="true" DateTime="1970-01-01T00:00:00"',
    ),
  );
  expect(
    ofKind(records, "claim").map(({ claim }) => (claim.kind === "attribute" ? [claim.property, claim.value, claim.source] : [])),
  ).toEqual([
    ["date", "1970-01-01", "the-file#Register"],
    ["record", "Seen", "the-file#Log"],
  ]);
});

test("ends by identity and by the item that they are; what is only drawn is left out, and said to be", async () => {
  const records = await anx(
    `<ChartItem Id="c1" Label="A"><End><Entity EntityId="1" Identity="Ada"><Icon><IconStyle Type="Person"/></Icon></Entity></End></ChartItem>
     <ChartItem Id="c2" Label="B"><End><Entity EntityId="2" Identity="Bob"/></End><CIStyle><Font PointSize="12"/></CIStyle></ChartItem>
     <ChartItem Label="A note"><Label/></ChartItem>
     <ChartItem><Link End1Id="Ada" End2Id="2"><LinkStyle Type="x" ArrowStyle="ArrowOnHead"/></Link></ChartItem>
     <ChartItem><Link End1Reference="c2" End2Reference="c1"><LinkStyle Type="y" ArrowStyle="ArrowOnHead"/></Link></ChartItem>`,
  );
  expect(linkLines(records).filter((line) => line !== "" && !line.startsWith(" "))).toEqual(["1 x 2", "2 y 1"]);
  expect(problemLines(records)).toEqual(["line 11: left-out, dropped", "line 10: left-out, dropped"]);
});

test("keys of Object.prototype are types, attributes and sources like any", async () => {
  const records = await anx(
    `${entity("__proto__", '<Icon><IconStyle Type="constructor"/></Icon>')}<ChartItem SourceReference="__proto__"><Link End1Id="__proto__" End2Id="toString"><LinkStyle Type="valueOf" Strength="then" ArrowStyle="ArrowOnHead"/></Link></ChartItem>`,
  );
  expect(ofKind(records, "entity")[0]?.entity).toMatchObject({ id: "__proto__", type: "constructor" });
  expect(linkLines(records).at(-1)).toBe("__proto__ valueOf toString");
});
