// Check screen of a sheet: one click puts a suggested value into its field.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-put]");
  if (!button) return;
  const field = document.getElementById(`id_${button.dataset.put}`);
  if (!field) return;
  field.value = button.dataset.value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});
