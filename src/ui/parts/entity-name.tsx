import { Button } from "react-aria-components";
import type { EntityId } from "../../base/ids.ts";
import { useActions } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";

/** An entity's name in a sentence; pressing it shows the entity. */
export function EntityName({
  entity,
  className,
}: {
  entity: { readonly id: EntityId; readonly name: string };
  className?: string;
}) {
  const { selectEntity } = useActions();
  return (
    <Button className={className ?? ""} onPress={() => selectEntity(entity.id)}>
      {shortName(entity.name, 160)}
    </Button>
  );
}
