import { addSession } from "#modules/classes/add-session.ts";
import { archiveClassSchedule } from "#modules/classes/archive-class-schedule.ts";
import { cancelSession } from "#modules/classes/cancel-session.ts";
import { changeSession } from "#modules/classes/change-session.ts";
import { listClassSchedules } from "#modules/classes/list-class-schedules.ts";
import { listClassSessions } from "#modules/classes/list-class-sessions.ts";
import { saveClassSchedule } from "#modules/classes/save-class-schedule.ts";
import {
  AddSessionInput,
  ArchiveClassScheduleInput,
  CancelSessionInput,
  ChangeSessionInput,
  ListClassSchedulesInput,
  ListClassSessionsInput,
  SaveClassScheduleInput,
} from "#modules/classes/schema.ts";
import { mutationOf, queryOf, router } from "../procedures.ts";

export const classesRouter = router({
  listSchedules: queryOf(ListClassSchedulesInput, listClassSchedules),
  listSessions: queryOf(ListClassSessionsInput, listClassSessions),
  saveSchedule: mutationOf(SaveClassScheduleInput, saveClassSchedule),
  archiveSchedule: mutationOf(ArchiveClassScheduleInput, archiveClassSchedule),
  addSession: mutationOf(AddSessionInput, addSession),
  changeSession: mutationOf(ChangeSessionInput, changeSession),
  cancelSession: mutationOf(CancelSessionInput, cancelSession),
});
