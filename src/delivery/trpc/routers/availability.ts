import { addTimeOff } from "#modules/availability/add-time-off.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { readSchedule } from "#modules/availability/read-schedule.ts";
import { removeDateOverride } from "#modules/availability/remove-date-override.ts";
import { removeHoursPlan } from "#modules/availability/remove-hours-plan.ts";
import { removeTimeOff } from "#modules/availability/remove-time-off.ts";
import { saveDateOverride } from "#modules/availability/save-date-override.ts";
import { saveHoursPlan } from "#modules/availability/save-hours-plan.ts";
import { saveMonthlyHours } from "#modules/availability/save-monthly-hours.ts";
import { saveWeeklyHours } from "#modules/availability/save-weekly-hours.ts";
import {
  AddTimeOffInput,
  ReadScheduleInput,
  RemoveRuleInput,
  SaveDateOverrideInput,
  SaveHoursPlanInput,
  SaveMonthlyHoursInput,
  SaveWeeklyHoursInput,
} from "#modules/availability/schedule-schema.ts";
import { FindSlotsInput } from "#modules/availability/schema.ts";
import { mutationOf, queryOf, router } from "../procedures.ts";

export const availabilityRouter = router({
  findSlots: queryOf(FindSlotsInput, findSlots),
});

export const scheduleRouter = router({
  read: queryOf(ReadScheduleInput, readSchedule),
  saveWeeklyHours: mutationOf(SaveWeeklyHoursInput, saveWeeklyHours),
  saveHoursPlan: mutationOf(SaveHoursPlanInput, saveHoursPlan),
  saveMonthlyHours: mutationOf(SaveMonthlyHoursInput, saveMonthlyHours),
  removeHoursPlan: mutationOf(RemoveRuleInput, removeHoursPlan),
  saveDateOverride: mutationOf(SaveDateOverrideInput, saveDateOverride),
  removeDateOverride: mutationOf(RemoveRuleInput, removeDateOverride),
  addTimeOff: mutationOf(AddTimeOffInput, addTimeOff),
  removeTimeOff: mutationOf(RemoveRuleInput, removeTimeOff),
});
