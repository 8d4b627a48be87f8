import { archiveService } from "#modules/catalog/archive-service.ts";
import { listCategories } from "#modules/catalog/list-categories.ts";
import { listServices } from "#modules/catalog/list-services.ts";
import { removeCategory } from "#modules/catalog/remove-category.ts";
import { restoreService } from "#modules/catalog/restore-service.ts";
import { saveCategory } from "#modules/catalog/save-category.ts";
import { saveService } from "#modules/catalog/save-service.ts";
import {
  ArchiveServiceInput,
  ListServicesInput,
  RemoveCategoryInput,
  RestoreServiceInput,
  SaveCategoryInput,
  SaveServiceInput,
} from "#modules/catalog/schema.ts";
import { mutationOf, queryOf, queryOfAll, router } from "../procedures.ts";

export const servicesRouter = router({
  list: queryOf(ListServicesInput, listServices),
  save: mutationOf(SaveServiceInput, saveService),
  archive: mutationOf(ArchiveServiceInput, archiveService),
  restore: mutationOf(RestoreServiceInput, restoreService),
});

export const categoriesRouter = router({
  list: queryOfAll(listCategories),
  save: mutationOf(SaveCategoryInput, saveCategory),
  remove: mutationOf(RemoveCategoryInput, removeCategory),
});
