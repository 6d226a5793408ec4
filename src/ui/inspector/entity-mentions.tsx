import type { EntityView } from "../../case/views.ts";
import { lineOfView } from "../parts/claim-line.ts";
import { ClaimQuote } from "../parts/claim-quote.tsx";
import parts from "../parts/parts.module.css";
import { LinkRow } from "./entity-links.tsx";
import styles from "./inspector.module.css";

/** Links between others on which the entity is quoted, or which concern it. */
export function EntityMentions({ mentions, more }: { mentions: EntityView["mentions"]; more: boolean }) {
  const roles = [
    ["speaker", "On its word"],
    ["about", "Concerning it"],
  ] as const;
  return roles.map(([role, title]) => {
    const found = mentions.filter((mention) => mention.role === role);
    if (found.length === 0) return null;
    return (
      <section key={role} className={styles.block}>
        <div className={styles.head}>
          <h3 className={parts.caps}>{title}</h3>
        </div>
        <div className={styles.claims}>
          {found.map(({ link, claim }) => (
            <div key={claim.id}>
              <LinkRow link={link} self={null} />
              <ClaimQuote line={lineOfView(claim)} />
            </div>
          ))}
        </div>
        {more && <p className={styles.type}>The first ones; further claims name it.</p>}
      </section>
    );
  });
}
