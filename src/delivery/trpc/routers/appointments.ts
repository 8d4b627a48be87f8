import { bookManually } from "#modules/appointments/book-manually.ts";
import { cancelAppointment } from "#modules/appointments/cancel-appointment.ts";
import { completeAppointment } from "#modules/appointments/complete-appointment.ts";
import { confirmAppointment } from "#modules/appointments/confirm-appointment.ts";
import { editAppointment } from "#modules/appointments/edit-appointment.ts";
import { listAppointments } from "#modules/appointments/list-appointments.ts";
import { listHistory } from "#modules/appointments/list-history.ts";
import { markNoShow } from "#modules/appointments/mark-no-show.ts";
import { moveAppointment } from "#modules/appointments/move-appointment.ts";
import { readAppointment } from "#modules/appointments/read-appointment.ts";
import {
  BookManuallyInput,
  CancelAppointmentInput,
  ChangeStatusInput,
  EditAppointmentInput,
  ListAppointmentsInput,
  ListHistoryInput,
  MoveAppointmentInput,
  ReadAppointmentInput,
} from "#modules/appointments/schema.ts";
import { mutationOf, queryOf, router } from "../procedures.ts";

export const appointmentsRouter = router({
  list: queryOf(ListAppointmentsInput, listAppointments),
  read: queryOf(ReadAppointmentInput, readAppointment),
  history: queryOf(ListHistoryInput, listHistory),
  book: mutationOf(BookManuallyInput, bookManually),
  move: mutationOf(MoveAppointmentInput, moveAppointment),
  edit: mutationOf(EditAppointmentInput, editAppointment),
  cancel: mutationOf(CancelAppointmentInput, cancelAppointment),
  confirm: mutationOf(ChangeStatusInput, confirmAppointment),
  complete: mutationOf(ChangeStatusInput, completeAppointment),
  markNoShow: mutationOf(ChangeStatusInput, markNoShow),
});
