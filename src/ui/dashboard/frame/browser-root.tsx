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
import { type ReactNode, useEffect, useState } from "react";
import { firstDayOfWeek } from "#ui/dashboard/calendar/business-wall-time.ts";
import { usePageBusiness } from "#ui/dashboard/data/frame-context.tsx";
import { failureOf, newTrpcClient, trpc } from "#ui/dashboard/data/trpc.ts";
import { keepEarlyInput, repeatEarlyInput } from "#ui/dashboard/frame/early-input.ts";
import { dashboardTheme, readableVariables } from "#ui/dashboard/theme/mantine-theme.ts";

type Props = {
  nonce: string | undefined;
  /** Says on which day weeks begin. */
  locale: string;
  /** Sees every call that failed: the place to leave the page when whoever asks may not be here any more. */
  onFailure: (error: unknown) => void;
  children: ReactNode;
};

/**
 * What the pages of the dashboard and of the platform stand in. The nonce lets the style elements that Mantine makes pass
 * the policy.
 */
export function BrowserRoot({ nonce, locale, onFailure, children }: Props) {
  const [queryClient] = useState(() => newQueryClient(onFailure));
  const businessId = usePageBusiness();
  const [trpcClient] = useState(() => newTrpcClient(businessId));
  const [styleNonce] = useState(() => nonce ?? "");
  if (styleNonce) setNonce(styleNonce);
  useEffect(() => {
    // Not from within an effect: what is pressed may lie in a part that React wakes only then.
    const soon = setTimeout(repeatEarlyInput);
    return () => clearTimeout(soon);
  }, []);
  return (
    <MantineProvider
      theme={dashboardTheme}
      cssVariablesResolver={readableVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      <script nonce={styleNonce} suppressHydrationWarning>
        {keepEarlyInput}
      </script>
      <trpc.Provider client={trpcClient} queryClient={queryClient}>
        <QueryClientProvider client={queryClient}>
          <DatesProvider settings={datesOf(locale)}>
            <ModalsProvider labels={{ confirm: "Yes", cancel: "Cancel" }}>{children}</ModalsProvider>
          </DatesProvider>
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

function newQueryClient(onFailure: (error: unknown) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: onFailure }),
    mutationCache: new MutationCache({ onError: onFailure }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => failureOf(error).reason === null && !failureOf(error).signedOut && count < 2,
      },
    },
  });
}
