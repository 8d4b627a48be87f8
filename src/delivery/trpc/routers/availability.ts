import { addTimeOff } from "#modules/availability/add-time-off.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import {
  ReadHolidaysInput,
  RemoveHolidaysInput,
  SaveHolidaysInput,
} from "#modules/availability/holiday-schema.ts";
import { previewHours } from "#modules/availability/preview-hours.ts";
import { readHolidays } from "#modules/availability/read-holidays.ts";
import { readSchedule } from "#modules/availability/read-schedule.ts";
import { readWorkingHours } from "#modules/availability/read-working-hours.ts";
import { removeDateOverride } from "#modules/availability/remove-date-override.ts";
import { removeHolidays } from "#modules/availability/remove-holidays.ts";
import { removeHoursPlan } from "#modules/availability/remove-hours-plan.ts";
import { removeTimeOff } from "#modules/availability/remove-time-off.ts";
import { saveDateOverride } from "#modules/availability/save-date-override.ts";
import { saveHolidays } from "#modules/availability/save-holidays.ts";
import { saveHoursPlan } from "#modules/availability/save-hours-plan.ts";
import { saveMonthlyHours } from "#modules/availability/save-monthly-hours.ts";
import { saveWeeklyHours } from "#modules/availability/save-weekly-hours.ts";
import {
  AddTimeOffInput,
  PreviewHoursInput,
  ReadScheduleInput,
  ReadWorkingHoursInput,
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
  preview: queryOf(PreviewHoursInput, previewHours),
  workingHours: queryOf(ReadWorkingHoursInput, readWorkingHours),
  readHolidays: queryOf(ReadHolidaysInput, readHolidays),
  saveHolidays: mutationOf(SaveHolidaysInput, saveHolidays),
  removeHolidays: mutationOf(RemoveHolidaysInput, removeHolidays),
  saveWeeklyHours: mutationOf(SaveWeeklyHoursInput, saveWeeklyHours),
  saveHoursPlan: mutationOf(SaveHoursPlanInput, saveHoursPlan),
  saveMonthlyHours: mutationOf(SaveMonthlyHoursInput, saveMonthlyHours),
  removeHoursPlan: mutationOf(RemoveRuleInput, removeHoursPlan),
  saveDateOverride: mutationOf(SaveDateOverrideInput, saveDateOverride),
  removeDateOverride: mutationOf(RemoveRuleInput, removeDateOverride),
  addTimeOff: mutationOf(AddTimeOffInput, addTimeOff),
  removeTimeOff: mutationOf(RemoveRuleInput, removeTimeOff),
});
