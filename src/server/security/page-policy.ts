/**
 * Headers of every answer, also of refusals and faults. The policy lets the page load scripts, styles and
 * fonts of its own, ask its own server, and nothing else: no picture, link target or style of an imported
 * file is ever fetched. Texts are never handed to what makes markup or scripts of
 * them (Trusted Types); the one policy there is lets the layout's worker start. There are no CORS headers anywhere.
 */
export const policyHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types clew",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "X-DNS-Prefetch-Control": "off",
  "Cache-Control": "no-store",
};
