import briefcaseBusiness from "lucide-static/icons/briefcase-business.svg?raw";
import building from "lucide-static/icons/building.svg?raw";
import building2 from "lucide-static/icons/building-2.svg?raw";
import circle from "lucide-static/icons/circle.svg?raw";
import fileText from "lucide-static/icons/file-text.svg?raw";
import flag from "lucide-static/icons/flag.svg?raw";
import gavel from "lucide-static/icons/gavel.svg?raw";
import gem from "lucide-static/icons/gem.svg?raw";
import handshake from "lucide-static/icons/handshake.svg?raw";
import landmark from "lucide-static/icons/landmark.svg?raw";
import mapPin from "lucide-static/icons/map-pin.svg?raw";
import newspaper from "lucide-static/icons/newspaper.svg?raw";
import shield from "lucide-static/icons/shield.svg?raw";
import sparkle from "lucide-static/icons/sparkle.svg?raw";
import swords from "lucide-static/icons/swords.svg?raw";
import tent from "lucide-static/icons/tent.svg?raw";
import userRound from "lucide-static/icons/user-round.svg?raw";
import usersRound from "lucide-static/icons/users-round.svg?raw";
import vote from "lucide-static/icons/vote.svg?raw";
import warehouse from "lucide-static/icons/warehouse.svg?raw";
import waypoints from "lucide-static/icons/waypoints.svg?raw";
import zap from "lucide-static/icons/zap.svg?raw";

/** The icons that types of the ontology name, and that of communities, as SVG texts of the bundle; the first stands in for any other name. */
const sources: readonly (readonly [name: string, svg: string])[] = [
  ["circle", circle],
  ["briefcase-business", briefcaseBusiness],
  ["building", building],
  ["building-2", building2],
  ["file-text", fileText],
  ["flag", flag],
  ["gavel", gavel],
  ["gem", gem],
  ["handshake", handshake],
  ["landmark", landmark],
  ["map-pin", mapPin],
  ["newspaper", newspaper],
  ["shield", shield],
  ["sparkle", sparkle],
  ["swords", swords],
  ["tent", tent],
  ["user-round", userRound],
  ["users-round", usersRound],
  ["vote", vote],
  ["warehouse", warehouse],
  ["waypoints", waypoints],
  ["zap", zap],
];

export const iconSvgs: readonly string[] = sources.map(([, svg]) => svg);

const places = new Map(sources.map(([name], at) => [name, at]));

/** Where in the atlas an icon stands. */
export function iconIndex(name: string): number {
  return places.get(name) ?? 0;
}
