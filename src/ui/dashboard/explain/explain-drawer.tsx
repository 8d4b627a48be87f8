"use client";

import { Skeleton } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { zoneCity } from "#kernel/time/format-time.ts";
import { wallOfInstant } from "#ui/dashboard/calendar/business-wall-time.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useServices } from "#ui/dashboard/data/use-catalog.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import { presentMinute } from "#ui/dashboard/frame/present.ts";
import { EditDrawer } from "#ui/dashboard/parts/edit-drawer.tsx";
import classes from "./explain.module.css";
import { ExplainAnswer } from "./explain-answer.tsx";
import { ExplainFields } from "./explain-fields.tsx";
import { type ExplainStart, type ExplainValues, firstQuestion, questionOf } from "./explain-values.ts";
import { type OpenedRecord, OpenedRecordDrawer } from "./opened-record.tsx";
import type { ReasonTarget } from "./reason-words.ts";

type Props = { start: ExplainStart | null; onClose: () => void };

const title = "Why is this time not offered?";

/** Answers why customers are not offered a time, now or in the past (C6). */
export function ExplainDrawer({ start, onClose }: Props) {
  const [shown, setShown] = useState<ExplainStart | null>(start);
  const [opening, setOpening] = useState(0);
  if (start !== null && start !== shown) {
    setShown(start);
    setOpening(opening + 1);
  }
  const services = useServices();
  if (!shown) return null;
  const frame = { opened: start !== null, onClose, title, size: 560 };
  if (services.length === 0) {
    return (
      <EditDrawer {...frame}>
        <Skeleton height={240} />
      </EditDrawer>
    );
  }
  return (
    <EditDrawer {...frame}>
      <Question key={opening} start={shown} onClose={onClose} />
    </EditDrawer>
  );
}

function Question({ start, onClose }: { start: ExplainStart; onClose: () => void }) {
  const business = useBusiness();
  const services = useServices();
  const now = wallOfInstant(new Date(presentMinute() * 60_000).toISOString(), business.timeZone);
  const form = useForm<ExplainValues>({ initialValues: firstQuestion(start, { services, now }) });
  const place = business.locations.find(({ id }) => id === form.values.locationId);
  const timeZone = place?.timeZone ?? business.timeZone;
  const { answer, error, stale } = useAnswer(form.values, timeZone, start);
  const { record, open, close } = useRecord(onClose);
  const { openBooking } = useDrawers();
  const book = () => {
    if (!answer) return;
    const { serviceId, staffId, locationId } = form.values;
    onClose();
    openBooking({
      start: wallOfInstant(answer.start, business.timeZone),
      serviceId,
      staffId: staffId || undefined,
      locationId: locationId || undefined,
    });
  };
  return (
    <div className={classes.question}>
      <ExplainFields form={form} timeZone={timeZone} />
      {timeZone === business.timeZone ? null : (
        <p className={classes.quiet}>Times are those of {zoneCity(timeZone)}.</p>
      )}
      <ExplainAnswer
        answer={answer}
        error={error}
        stale={stale}
        onOpen={open}
        onBook={start.ignoreAppointmentId ? undefined : book}
      />
      <OpenedRecordDrawer
        record={record}
        at={answer ? wallOfInstant(answer.start, business.timeZone) : null}
        onClose={close}
      />
    </div>
  );
}

/** Asks a moment after the last change; the answer before stays until the next one is there. */
function useAnswer(values: ExplainValues, timeZone: string, { ignoreAppointmentId }: ExplainStart) {
  const [settled] = useDebouncedValue(values, 250);
  const question = questionOf(settled, { timeZone, ignoreAppointmentId });
  const query = trpc.explain.time.useQuery(question ?? { serviceId: "", start: "" }, {
    enabled: question !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return { answer: query.data, error: query.error, stale: query.isFetching || settled !== values };
}

/** The record that a reason's link opens; when it is closed, what was changed in it may matter. */
function useRecord(onClose: () => void) {
  const [record, setRecord] = useState<OpenedRecord | null>(null);
  const utils = trpc.useUtils();
  const router = useRouter();
  const open = (target: ReasonTarget) => {
    if (target.open !== "page") {
      setRecord(target);
      return;
    }
    onClose();
    router.push(target.href);
  };
  const close = () => {
    setRecord(null);
    void utils.explain.invalidate();
  };
  return { record, open, close };
}
