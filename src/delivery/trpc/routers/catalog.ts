import { archiveResource } from "#modules/catalog/archive-resource.ts";
import { archiveService } from "#modules/catalog/archive-service.ts";
import { listCategories } from "#modules/catalog/list-categories.ts";
import { listResources } from "#modules/catalog/list-resources.ts";
import { listServices } from "#modules/catalog/list-services.ts";
import { removeCategory } from "#modules/catalog/remove-category.ts";
import { restoreResource } from "#modules/catalog/restore-resource.ts";
import { restoreService } from "#modules/catalog/restore-service.ts";
import { saveCategory } from "#modules/catalog/save-category.ts";
import { saveResource } from "#modules/catalog/save-resource.ts";
import { saveService } from "#modules/catalog/save-service.ts";
import {
  ArchiveResourceInput,
  ArchiveServiceInput,
  ListResourcesInput,
  ListServicesInput,
  RemoveCategoryInput,
  RestoreResourceInput,
  RestoreServiceInput,
  SaveCategoryInput,
  SaveResourceInput,
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

export const resourcesRouter = router({
  list: queryOf(ListResourcesInput, listResources),
  save: mutationOf(SaveResourceInput, saveResource),
  archive: mutationOf(ArchiveResourceInput, archiveResource),
  restore: mutationOf(RestoreResourceInput, restoreResource),
});
