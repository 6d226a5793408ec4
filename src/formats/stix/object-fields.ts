/** What one field of an object takes; `required`: it has to be there. */
export interface StixField {
  readonly kind: "text" | "list" | "number" | "flag" | "time" | "object" | "objects" | "phases" | "refs";
  readonly isRequired: boolean;
}

/**
 * The fields of objects of STIX 2.1: `!` required, `*` a list of texts, `#` a number, `?` true or false, `@` a time, `{` an object, `+` kill
 * chain phases, `>` references. Types that are not here are written as things of Clew's own.
 */
const table = `
attack-pattern: name! description aliases* kill_chain_phases+
campaign: name! description aliases* first_seen@ last_seen@ objective
course-of-action: name! description
identity: name! description roles* identity_class sectors* contact_information
incident: name! description
indicator: name description indicator_types* pattern! pattern_type! pattern_version valid_from!@ valid_until@ kill_chain_phases+
infrastructure: name! description infrastructure_types* aliases* kill_chain_phases+ first_seen@ last_seen@
intrusion-set: name! description aliases* first_seen@ last_seen@ goals* resource_level primary_motivation secondary_motivations*
location: name description latitude# longitude# precision# region country administrative_area city street_address postal_code
malware: name description malware_types* is_family!? aliases* kill_chain_phases+ first_seen@ last_seen@
malware: architecture_execution_envs* implementation_languages* capabilities*
threat-actor: name! description threat_actor_types* aliases* first_seen@ last_seen@ roles* goals* sophistication resource_level
threat-actor: primary_motivation secondary_motivations* personal_motivations*
tool: name! description tool_types* aliases* kill_chain_phases+ tool_version
vulnerability: name! description
report: name! description report_types* published!@ object_refs!>
grouping: name description context! object_refs!>
note: abstract content! authors* object_refs!>
observed-data: first_observed!@ last_observed!@ number_observed!# object_refs!>
clew-thing: name! description aliases*
`;

/** Of every object of those. */
const common = "labels* object_marking_refs* granular_markings[ lang confidence# revoked?";

/** Objects that were not made at some time by somebody, and have none of what all others have. */
const plain = `
ipv4-addr: value!
ipv6-addr: value!
mac-addr: value!
domain-name: value!
url: value!
email-addr: value! display_name
mutex: name!
directory: path!
user-account: user_id! account_login account_type display_name
file: name! size#
marking-definition: name definition_type! definition!{
`;

const kinds = new Map<string, StixField["kind"]>([
  ["*", "list"],
  ["#", "number"],
  ["?", "flag"],
  ["@", "time"],
  ["{", "object"],
  ["[", "objects"],
  ["+", "phases"],
  [">", "refs"],
]);

export const stixFields: ReadonlyMap<string, ReadonlyMap<string, StixField>> = new Map([
  ...fieldsIn(table, common),
  ...fieldsIn(plain, "object_marking_refs*"),
]);

/** Types whose objects have no time at which they were made. */
export const stixObservables: ReadonlySet<string> = new Set(
  [...fieldsIn(plain, "").keys()].filter((type) => type !== "marking-definition"),
);

function fieldsIn(text: string, ofAll: string): Map<string, Map<string, StixField>> {
  const types = new Map<string, Map<string, StixField>>();
  for (const line of text.trim().split("\n")) {
    const [type = "", own = ""] = line.split(": ");
    const fields = types.get(type) ?? new Map<string, StixField>();
    for (const word of `${own} ${ofAll}`.trim().split(" ")) {
      const [, name = "", required, mark = ""] = /^(\w+)(!?)(.?)$/.exec(word) ?? [];
      fields.set(name, { kind: kinds.get(mark) ?? "text", isRequired: required === "!" });
    }
    types.set(type, fields);
  }
  return types;
}
