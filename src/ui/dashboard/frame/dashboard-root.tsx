"use client";

import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/notifications/styles.css";
import "#ui/dashboard/theme/dashboard.css";
import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { type ReactNode, useState } from "react";
import { firstDayOfWeek } from "#ui/dashboard/calendar/business-wall-time.ts";
import { type DashboardFrame, FrameProvider } from "#ui/dashboard/data/frame-context.tsx";
import { failureOf, newTrpcClient, trpc } from "#ui/dashboard/data/trpc.ts";
import { dashboardTheme, readableVariables } from "#ui/dashboard/theme/mantine-theme.ts";
import { Shell } from "./shell.tsx";

type Props = { frame: DashboardFrame; nonce: string | undefined; children: ReactNode };

/** Everything the dashboard's pages stand in. The nonce lets the style elements that Mantine makes pass the policy. */
export function DashboardRoot({ frame, nonce, children }: Props) {
  const [queryClient] = useState(newQueryClient);
  const [trpcClient] = useState(newTrpcClient);
  const [styleNonce] = useState(() => nonce ?? "");
  if (styleNonce) setNonce(styleNonce);
  return (
    <MantineProvider
      theme={dashboardTheme}
      cssVariablesResolver={readableVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      <trpc.Provider client={trpcClient} queryClient={queryClient}>
        <QueryClientProvider client={queryClient}>
          <FrameProvider frame={frame}>
            <DatesProvider settings={datesOf(frame.business.locale)}>
              <ModalsProvider labels={{ confirm: "Yes", cancel: "Cancel" }}>
                <Shell>{children}</Shell>
              </ModalsProvider>
            </DatesProvider>
          </FrameProvider>
        </QueryClientProvider>
      </trpc.Provider>
      <Notifications position="bottom-center" containerWidth={420} limit={4} zIndex={500} />
    </MantineProvider>
  );
}

/** Weeks begin where they do for the business; weekends are days like others, red is for what went wrong. */
function datesOf(locale: string) {
  return { firstDayOfWeek: (firstDayOfWeek(locale) % 7) as 0, weekendDays: [] };
}

/** Whoever was signed out meanwhile is asked to sign in and comes back to the same page. */
function leaveWhenSignedOut(error: unknown): void {
  if (!failureOf(error).signedOut) return;
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(pathname + search)}`);
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => failureOf(error).reason === null && !failureOf(error).signedOut && count < 2,
      },
    },
  });
}
