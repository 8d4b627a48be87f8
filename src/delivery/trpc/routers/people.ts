import { listCustomers } from "#modules/customers/list-customers.ts";
import { readCustomer } from "#modules/customers/read-customer.ts";
import { saveCustomer } from "#modules/customers/save-customer.ts";
import { ListCustomersInput, ReadCustomerInput, SaveCustomerInput } from "#modules/customers/schema.ts";
import { archiveStaff } from "#modules/staff/archive-staff.ts";
import { listStaff } from "#modules/staff/list-staff.ts";
import { restoreStaff } from "#modules/staff/restore-staff.ts";
import { saveStaff } from "#modules/staff/save-staff.ts";
import {
  ArchiveStaffInput,
  ListStaffInput,
  RestoreStaffInput,
  SaveStaffInput,
} from "#modules/staff/schema.ts";
import { mutationOf, queryOf, router } from "../procedures.ts";

export const staffRouter = router({
  list: queryOf(ListStaffInput, listStaff),
  save: mutationOf(SaveStaffInput, saveStaff),
  archive: mutationOf(ArchiveStaffInput, archiveStaff),
  restore: mutationOf(RestoreStaffInput, restoreStaff),
});

export const customersRouter = router({
  list: queryOf(ListCustomersInput, listCustomers),
  read: queryOf(ReadCustomerInput, readCustomer),
  save: mutationOf(SaveCustomerInput, saveCustomer),
});
