// Brings the module that writes Word and Excel and reads Excel, when the app asks for it.
// The build puts this into the script of the app, and the names of the two files into it.
//
// Each call is one of a fresh module: nothing is kept between two, and a failure ends no other. Not
// here: what the calls are (office/src/bindings.rs).

const OFFICE = "office.wasm";
const OFFICE_SCRIPT = "office-module.js";

let officeTries = 0;

// Browsers keep what failed by its address. In the single file, the script has run already.
async function officeScript() {
  if (!window.wuxingNewOffice) {
    const again = officeTries > 0 ? "?again=" + officeTries : "";
    officeTries += 1;
    await import(new URL(OFFICE_SCRIPT + again, import.meta.url));
  }
  return window.wuxingNewOffice;
}

// Calls a function of the module. What does not come is told apart from what fails.
window.wuxingOffice = async (name, given) => {
  let come;
  try {
    come = await Promise.all([compiled(OFFICE), officeScript()]);
  } catch (error) {
    console.warn(error);
    throw "not loaded";
  }
  const [module, newOffice] = come;
  const office = newOffice();
  await office({ module_or_path: module });
  return office[name](...given);
};
