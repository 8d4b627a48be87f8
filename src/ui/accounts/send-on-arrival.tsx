"use client";

import { useEffect, useRef } from "react";

/** Sends the form that it stands in once the page is there; without scripts the form's button does. */
export function SendOnArrival() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => place.current?.closest("form")?.requestSubmit(), []);
  return <span ref={place} hidden />;
}
