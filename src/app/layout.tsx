import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { chooseColorScheme } from "#ui/accounts/color-scheme.ts";
import { fontVariables } from "./fonts.ts";

export const metadata: Metadata = {
  title: { default: "Slotkeeper", template: "%s · Slotkeeper" },
  description: "Online booking for local businesses",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#141517" },
  ],
};

/**
 * The frame of every page of the installation itself. Reading the nonce makes each page rendered per request: a
 * page rendered ahead would carry no nonce and its scripts would be refused.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {chooseColorScheme}
        </script>
      </head>
      <body>{children}</body>
    </html>
  );
}
