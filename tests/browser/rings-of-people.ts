interface Rings {
  readonly rings: number;
  readonly people: number;
}

/** Rings of people, each person linked to the next and to the hub of the ring, hubs to one another: so many communities. As JSON lines. */
export function ringsOfPeople({ rings, people }: Rings): string {
  const all = Array.from({ length: rings }, (_, at) => at + 1);
  const lines = [
    { clew: 1, name: "rings" },
    { kind: "source", id: "s", title: "Ledger", published: "2021-05" },
    ...all.flatMap((ring) => entitiesOf(ring, people)),
    ...all.flatMap((ring) => endsOf(ring, { rings, people })).map(claimOf),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

function idOf(ring: number, at: number): string {
  return `r${String(ring).padStart(3, "0")}-${String(at).padStart(3, "0")}`;
}

function entitiesOf(ring: number, people: number): object[] {
  return Array.from({ length: people }, (_, at) => ({
    ...{ kind: "entity", id: idOf(ring, at), type: at === 0 ? "organization" : "person" },
    name: at === 0 ? `Hub ${ring}` : `Person ${ring} no ${at}`,
  }));
}

type Ends = readonly [subject: string, relation: string, object: string];

function endsOf(ring: number, { rings, people }: Rings): Ends[] {
  const hub = idOf(ring, 0);
  const inside = Array.from({ length: people - 1 }, (_, at): Ends[] => [
    [idOf(ring, at + 1), "knows", idOf(ring, ((at + 1) % (people - 1)) + 1)],
    [hub, "owns", idOf(ring, at + 1)],
  ]);
  return [...inside.flat(), ...(ring < rings ? [[hub, "funds", idOf(ring + 1, 0)] as const] : [])];
}

function claimOf([subject, relation, object]: Ends, n: number): object {
  const stance = n % 17 === 0 ? "denies" : n % 5 === 0 ? "alleges" : "asserts";
  const during = String(2000 + (n % 20));
  return { kind: "claim", claim: "link", id: `c${n}`, subject, relation, object, source: "s", stance, during };
}
