import type { LinkView } from "../../case/views.ts";
import { ActionMenu } from "../parts/action-menu.tsx";
import { lineOfView } from "../parts/claim-line.ts";
import { ClaimQuote } from "../parts/claim-quote.tsx";
import { EntityName } from "../parts/entity-name.tsx";
import parts from "../parts/parts.module.css";
import { StandingBadge } from "../parts/standing-badge.tsx";
import { TextButton } from "../parts/text-button.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import { count, shortName } from "../state/words.ts";
import styles from "./inspector.module.css";

/** A link: the line in words, its standing with the reason, and every claim behind it. */
export function LinkTab() {
  const loaded = usePage((state) => state.link);
  return (
    <div className={styles.content} aria-busy={loaded.state === "loading"}>
      {loaded.state === "none" && (
        <p className={styles.empty}>Choose a link on the canvas, or under an entity, to read the claims behind it.</p>
      )}
      {loaded.state === "loading" && <p className={styles.empty}>Loading…</p>}
      {loaded.state === "failed" && <p className={parts.error}>{loaded.message}</p>}
      {loaded.state === "ready" && <LinkBody view={loaded.view} />}
    </div>
  );
}

function LinkBody({ view: { link, reason, claims, withdrawn } }: { view: LinkView }) {
  const { openDialog } = useActions();
  return (
    <>
      <h2 className={styles.sentence}>
        <EntityName entity={link.fromEntity} /> <span>{shortName(link.label, 100)}</span> <EntityName entity={link.toEntity} />
      </h2>
      <div className={styles.lead}>
        <StandingBadge standing={link.standing} />
      </div>
      <p className={styles.reason}>{reason}</p>
      <section className={styles.block}>
        <div className={styles.head}>
          <h3 className={parts.caps}>
            Claims <span>· {claims.length}</span>
          </h3>
          <TextButton
            small
            look="quiet"
            onPress={() => openDialog({ kind: "claim", subject: link.from, relation: link.relation, object: link.to })}
          >
            Add claim
          </TextButton>
        </div>
        <Sides claims={claims} />
      </section>
      {withdrawn.length > 0 && (
        <details className={styles.withdrawn}>
          <summary>{count(withdrawn.length, "withdrawn claim")}</summary>
          <div className={styles.claims}>
            {withdrawn.map((claim) => (
              <div key={claim.id}>
                <ClaimQuote line={lineOfView(claim)} />
                <p className={styles.type}>
                  Withdrawn: {claim.withdrawal === "" ? "no reason given" : shortName(claim.withdrawal, 400)}
                </p>
              </div>
            ))}
          </div>
        </details>
      )}
    </>
  );
}

/** Both sides, each under its own line, when somebody says so and somebody denies it; else one list. */
function Sides({ claims }: { claims: LinkView["claims"] }) {
  const says = claims.filter(({ stance }) => stance !== "denies");
  const denies = claims.filter(({ stance }) => stance === "denies");
  if (says.length === 0 || denies.length === 0) return <ClaimList claims={claims} />;
  return (
    <div className={styles.sides}>
      <section className={styles.side}>
        <h4>{says.length === 1 ? "One says so" : `${says.length} say so`}</h4>
        <ClaimList claims={says} />
      </section>
      <section className={styles.side}>
        <h4>{denies.length === 1 ? "One denies it" : `${denies.length} deny it`}</h4>
        <ClaimList claims={denies} />
      </section>
    </div>
  );
}

function ClaimList({ claims }: { claims: LinkView["claims"] }) {
  return (
    <div className={styles.claims}>
      {claims.map((claim) => (
        <ClaimQuote key={claim.id} line={lineOfView(claim)}>
          <ClaimMenu claim={claim.id} />
        </ClaimQuote>
      ))}
    </div>
  );
}

function ClaimMenu({ claim }: { claim: string }) {
  const { openDialog } = useActions();
  const withdraw = () =>
    openDialog({ kind: "reason", title: "Withdraw the claim", verb: "Withdraw", what: { kind: "withdraw-claim", claim } });
  return <ActionMenu label="What to do with this claim" actions={[{ label: "Withdraw the claim…", run: withdraw }]} />;
}
