import { expect, test } from "vitest";
import { trafficIn } from "./connections.ts";

const listens = "101 listen(21<TCP:[127.0.0.1:4747]>, 511) = 0";
const ours = `102  connect(26<TCP:[5477]>, {sa_family=AF_INET, sin_port=htons(4747), sin_addr=inet_addr("127.0.0.1")}, 16 <unfinished ...>`;

test("a connection to a port on which a traced program listens is its own, and the ports are named", () => {
  expect(trafficIn([ours, listens].join("\n"))).toEqual({ own: 1, ports: [4747], routes: [], local: [], others: [] });
});

test.each([
  [
    "a connection to another port of loopback",
    `102 connect(26<TCP:[5477]>, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("127.0.0.1")}, 16) = 0`,
  ],
  [
    "a connection to another machine",
    `102 connect(26<TCP:[5477]>, {sa_family=AF_INET, sin_port=htons(4747), sin_addr=inet_addr("192.0.2.1")}, 16) = 0`,
  ],
  [
    "one over IPv6",
    `102 connect(2<TCPv6:[5477]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = -1 EINPROGRESS`,
  ],
  [
    "a socket that others reach",
    `102 bind(21<TCP:[5477]>, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("0.0.0.0")}, 16) = 0`,
  ],
  ["one that listens there", `102 listen(21<TCP:[0.0.0.0:4747]>, 511) = 0`],
  ["a question to a name server", `102 sendto(29<UDP:[192.0.2.2:35711->10.0.0.53:53]>, "\\307"..., 49, 0, NULL, 0) = 49`],
  ["the same by another call", `102 sendmmsg(29<UDP:[192.0.2.2:35711->10.0.0.53:53]>,  <unfinished ...>`],
  [
    "a datagram with an address of its own",
    `102 sendto(29<UDP:[5477]>, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.53")}, 16) = 1`,
  ],
])("%s is told", (_, line) => {
  expect(trafficIn([listens, ours, line].join("\n")).others).toEqual([line.slice(0, 200)]);
});

test("a route that is looked up with nothing sent is named apart, and so are sockets of the file system", () => {
  const route = `102 connect(2<UDPv6:[5477]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = 0`;
  const bus = `102 connect(9<UNIX-STREAM:[5477]>, {sa_family=AF_UNIX, sun_path="/run/dbus/system_bus_socket"}, 30) = -1 ENOENT`;
  const kernel = "102 bind(9<NETLINK:[ROUTE:102]>, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 0";
  const { routes, local, others } = trafficIn([route, bus, kernel].join("\n"));
  expect([routes, local, others]).toEqual([["2001:db8::1 443"], ["/run/dbus/system_bus_socket"], []]);
});
