import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;

/**
 * The peer on Java: reads one JSON message a line, runs Camunda 7 in memory as asked, answers each with one line.
 *
 * <p>{"op": "load", "id": ..., "path": FILE} and {"op": "run", "mode": HISTORY, "variables": {...}, "instances": N,
 * "how": HOW}, which runs what was loaded last. HISTORY is none or full. HOW is straight (one instance after the other),
 * waiting (start all; then complete the user task of each) or external (one after the other; a worker fetches, locks
 * and completes each task). The answer is {"seconds": S}, the processor's time in the thread that does the work.
 */
final class CamundaPeer {
  private static final String PROCESS = "bench", TOPIC = "procos.transform";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, ProcessEngine> ENGINES = new HashMap<>();

  public static void main(String[] arguments) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err);
    for (String history : List.of("none", "full")) ENGINES.put(history, engine(history));
    BufferedReader messages = new BufferedReader(new InputStreamReader(System.in));
    for (String line = messages.readLine(); line != null; line = messages.readLine()) {
      Map<String, Object> answer = new HashMap<>();
      try {
        JsonNode message = JSON.readTree(line);
        if (message.get("op").asText().equals("load")) load(message);
        else answer.put("seconds", run(message));
      } catch (Exception | StackOverflowError failure) {
        answer.put("error", String.valueOf(failure.getMessage()).lines().findFirst().orElse("failed"));
      }
      answers.println(JSON.writeValueAsString(answer));
    }
  }

  private static ProcessEngine engine(String history) {
    var settings = new StandaloneInMemProcessEngineConfiguration();
    settings.setProcessEngineName(history);
    settings.setJdbcUrl("jdbc:h2:mem:" + history + ";DB_CLOSE_DELAY=-1");
    settings.setDatabaseSchemaUpdate("true");
    settings.setHistory(history);
    settings.setJobExecutorActivate(false);
    settings.setDmnEnabled(false);
    settings.setCmmnEnabled(false);
    settings.setEnforceHistoryTimeToLive(false);
    return settings.buildProcessEngine();
  }

  private static void load(JsonNode message) throws Exception {
    byte[] file = Files.readAllBytes(Path.of(message.get("path").asText()));
    for (ProcessEngine engine : ENGINES.values())
      engine.getRepositoryService().createDeployment().addInputStream("bench.bpmn", new java.io.ByteArrayInputStream(file)).deploy();
  }

  private static double run(JsonNode message) {
    ProcessEngine engine = ENGINES.get(message.get("mode").asText());
    Map<String, Object> variables = JSON.convertValue(message.get("variables"), HashMap.class);
    int instances = message.get("instances").asInt();
    String how = message.get("how").asText();
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long began = clock.getCurrentThreadCpuTime();
    for (int number = 0; number < instances; number++) {
      engine.getRuntimeService().startProcessInstanceByKey(PROCESS, variables);
      if (how.equals("external")) work(engine);
    }
    if (how.equals("waiting"))
      for (Task task : engine.getTaskService().createTaskQuery().list()) engine.getTaskService().complete(task.getId());
    double seconds = (clock.getCurrentThreadCpuTime() - began) / 1e9;
    if (engine.getRuntimeService().createProcessInstanceQuery().count() != 0) throw new IllegalStateException("not all instances ended");
    return seconds;
  }

  private static void work(ProcessEngine engine) {
    var service = engine.getExternalTaskService();
    while (true) {
      List<LockedExternalTask> tasks = service.fetchAndLock(100, "worker").topic(TOPIC, 60_000).execute();
      if (tasks.isEmpty()) return;
      for (LockedExternalTask task : tasks) service.complete(task.getId(), "worker");
    }
  }
}
