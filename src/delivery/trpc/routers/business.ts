import { archiveLocation } from "#modules/tenants/archive-location.ts";
import {
  RemoveQuestionInput,
  ReorderQuestionsInput,
  SaveQuestionInput,
} from "#modules/tenants/faq-schema.ts";
import { listLocations } from "#modules/tenants/list-locations.ts";
import { listQuestions } from "#modules/tenants/list-questions.ts";
import { listTravelTimes } from "#modules/tenants/list-travel-times.ts";
import { readBusiness } from "#modules/tenants/read-business.ts";
import { removeQuestion } from "#modules/tenants/remove-question.ts";
import { reorderQuestions } from "#modules/tenants/reorder-questions.ts";
import { saveLocation } from "#modules/tenants/save-location.ts";
import { saveQuestion } from "#modules/tenants/save-question.ts";
import { saveTravelTimes } from "#modules/tenants/save-travel-times.ts";
import {
  ArchiveLocationInput,
  ListLocationsInput,
  SaveLocationInput,
  SaveTravelTimesInput,
  UpdateBusinessInput,
} from "#modules/tenants/schema.ts";
import { updateBusiness } from "#modules/tenants/update-business.ts";
import { mutationOf, queryOf, queryOfAll, router } from "../procedures.ts";

export const businessRouter = router({
  read: queryOfAll(readBusiness),
  update: mutationOf(UpdateBusinessInput, updateBusiness),
});

export const locationsRouter = router({
  list: queryOf(ListLocationsInput, listLocations),
  save: mutationOf(SaveLocationInput, saveLocation),
  archive: mutationOf(ArchiveLocationInput, archiveLocation),
  travelTimes: queryOfAll(listTravelTimes),
  saveTravelTimes: mutationOf(SaveTravelTimesInput, saveTravelTimes),
});

export const questionsRouter = router({
  list: queryOfAll(listQuestions),
  save: mutationOf(SaveQuestionInput, saveQuestion),
  remove: mutationOf(RemoveQuestionInput, removeQuestion),
  reorder: mutationOf(ReorderQuestionsInput, reorderQuestions),
});
