import { webAddress } from "../state/web-address.ts";

/** An address from a source: clickable only when a browser may follow it, and always shown in full. */
export function SafeLink({ address }: { address: string }) {
  const href = webAddress(address);
  if (href === null) return <span>{address}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {address}
    </a>
  );
}
