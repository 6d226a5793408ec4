import address from "./layout-worker.ts?worker&url";

/** Trusted Types, as far as the page uses them. */
interface ScriptRule {
  createScriptURL(address: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rule: ScriptRule): ScriptRule;
}

const rule: ScriptRule = {
  createScriptURL: (asked) => {
    if (asked !== address) throw new TypeError("script: wanted the layout's own, got another");
    return asked;
  },
};
const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
const policy = trustedTypes?.createPolicy("clew", rule) ?? rule;

/** Address of the layout's worker: the one script that the page may start by itself (`server/security/page-policy.ts`). */
export function layoutScript(): string {
  return policy.createScriptURL(address);
}
