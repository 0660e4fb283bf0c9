@echo off
rem The command line, on the Node beside it and nobody else's.
setlocal
rem These would make that Node run other code, trust other roots or listen for a debugger.
for /f "delims==" %%v in ('set NODE_ 2^>nul') do set "%%v="
for %%v in (OPENSSL_CONF OPENSSL_MODULES SSLKEYLOGFILE) do set "%%v="
"%~dp0command\node.exe" "%~dp0command\start.cjs" %*
