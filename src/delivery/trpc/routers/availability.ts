import { addTimeOff } from "#modules/availability/add-time-off.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { readSchedule } from "#modules/availability/read-schedule.ts";
import { removeDateOverride } from "#modules/availability/remove-date-override.ts";
import { removeTimeOff } from "#modules/availability/remove-time-off.ts";
import { saveDateOverride } from "#modules/availability/save-date-override.ts";
import { saveOpeningHours } from "#modules/availability/save-opening-hours.ts";
import { saveWeeklyHours } from "#modules/availability/save-weekly-hours.ts";
import {
  AddTimeOffInput,
  FindSlotsInput,
  ReadScheduleInput,
  RemoveRuleInput,
  SaveDateOverrideInput,
  SaveOpeningHoursInput,
  SaveWeeklyHoursInput,
} from "#modules/availability/schema.ts";
import { mutationOf, queryOf, router } from "../procedures.ts";

export const availabilityRouter = router({
  findSlots: queryOf(FindSlotsInput, findSlots),
});

export const scheduleRouter = router({
  read: queryOf(ReadScheduleInput, readSchedule),
  saveWeeklyHours: mutationOf(SaveWeeklyHoursInput, saveWeeklyHours),
  saveOpeningHours: mutationOf(SaveOpeningHoursInput, saveOpeningHours),
  saveDateOverride: mutationOf(SaveDateOverrideInput, saveDateOverride),
  removeDateOverride: mutationOf(RemoveRuleInput, removeDateOverride),
  addTimeOff: mutationOf(AddTimeOffInput, addTimeOff),
  removeTimeOff: mutationOf(RemoveRuleInput, removeTimeOff),
});
