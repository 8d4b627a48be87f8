/** @jsxImportSource preact */
import { StepHeading } from "./frame.tsx";
import { Icon, type IconName } from "./icons.tsx";
import type { NoticeKind, NoticeModel } from "./view-model.ts";

const icons: Record<NoticeKind, IconName> = {
  unknownBusiness: "pin",
  notFound: "calendar",
  closed: "clock",
  tooMany: "clock",
  expired: "clock",
  forbidden: "alert",
  error: "alert",
};

/** A page that says one thing and what to do next. */
export function NoticePage({ model }: { model: NoticeModel }) {
  return (
    <div class="sheet notice">
      <span class="notice-icon">
        <Icon name={icons[model.kind]} />
      </span>
      <StepHeading>{model.heading}</StepHeading>
      <p>{model.text}</p>
      {model.action && (
        <p>
          <a class="button button-main" href={model.action.href}>
            {model.action.label}
          </a>
        </p>
      )}
    </div>
  );
}
