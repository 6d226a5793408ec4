import {
  BriefcaseBusiness,
  Building,
  Building2,
  Circle,
  FileText,
  Flag,
  Gavel,
  Gem,
  Handshake,
  Landmark,
  type LucideIcon,
  MapPin,
  Newspaper,
  Shield,
  Sparkle,
  Swords,
  Tent,
  UserRound,
  UsersRound,
  Vote,
  Warehouse,
  Zap,
} from "lucide-react";

/** The icons that types of the ontology name, by their lucide names. */
const icons = new Map<string, LucideIcon>([
  ["briefcase-business", BriefcaseBusiness],
  ["building", Building],
  ["building-2", Building2],
  ["file-text", FileText],
  ["flag", Flag],
  ["gavel", Gavel],
  ["gem", Gem],
  ["handshake", Handshake],
  ["landmark", Landmark],
  ["map-pin", MapPin],
  ["newspaper", Newspaper],
  ["shield", Shield],
  ["sparkle", Sparkle],
  ["swords", Swords],
  ["tent", Tent],
  ["user-round", UserRound],
  ["users-round", UsersRound],
  ["vote", Vote],
  ["warehouse", Warehouse],
  ["zap", Zap],
]);

export function typeIcon(name: string): LucideIcon {
  return icons.get(name) ?? Circle;
}
