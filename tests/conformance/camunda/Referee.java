import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.*;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.*;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.history.*;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.event.*;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.*;
import org.camunda.bpm.engine.task.Task;

/** Reads cases (a JSON array) from stdin, plays each on a real Camunda 7, and prints what happened (a JSON array). */
public class Referee {
  static final long BEGIN = 1_000_000_000_000L;
  static final long MOMENT = 500;
  static final String WORKER = "referee";
  static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** Nobody waits there any more. */
  static class Gone extends RuntimeException {}

  /** What happened to an activity instance ('+' begun, '-' completed, '~' cancelled). */
  record Told(char what, String activity, String instance) {}

  /** Notes activity instances and process instances in the order in which the engine tells them. */
  static class Ear implements HistoryEventHandler {
    final List<Told> told = new ArrayList<>();
    final List<String> instances = new ArrayList<>();

    public void handleEvent(HistoryEvent event) {
      if (event instanceof HistoricActivityInstanceEventEntity one) {
        if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
          told.add(new Told('+', one.getActivityId(), one.getActivityInstanceId()));
        } else if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END) && open().containsKey(one.getActivityInstanceId())) {
          told.add(new Told(one.isCanceled() ? '~' : '-', one.getActivityId(), one.getActivityInstanceId()));
        }
      } else if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
        instances.add(event.getProcessInstanceId());
      }
    }

    public void handleEvents(List<HistoryEvent> events) {
      events.forEach(this::handleEvent);
    }
  }

  static final Ear EAR = new Ear();
  static ProcessEngine engine;
  static RuntimeService runtime;
  static ManagementService management;
  static ExternalTaskService external;
  static long now;

  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err);
    List<Map<String, Object>> cases = JSON.readValue(System.in, new TypeReference<>() {});
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setHistory("full").setJobExecutorActivate(false).setJdbcUrl("jdbc:h2:mem:referee;DB_CLOSE_DELAY=-1");
    configuration.setDmnEnabled(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setMetricsEnabled(false);
    configuration.setCustomHistoryEventHandlers(List.of(EAR));
    configuration.setJavaSerializationFormatEnabled(true);
    engine = configuration.buildProcessEngine();
    runtime = engine.getRuntimeService();
    management = engine.getManagementService();
    external = engine.getExternalTaskService();
    List<Object> answers = new ArrayList<>();
    for (Map<String, Object> one : cases) {
      System.err.println(one.get("name"));
      answers.add(play(one));
    }
    out.println(JSON.writeValueAsString(answers));
    engine.close();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> play(Map<String, Object> one) {
    EAR.told.clear();
    EAR.instances.clear();
    setNow(BEGIN);
    String deployment;
    try {
      var builder = engine.getRepositoryService().createDeployment();
      deployment = builder.addString("case.bpmn", (String) one.get("bpmn")).deploy().getId();
    } catch (RuntimeException refusal) {
      return Map.of("refused", String.valueOf(refusal.getMessage()));
    }
    List<Object> steps = new ArrayList<>();
    for (var step : (List<Map<String, Object>>) one.get("play")) steps.add(take(step));
    Map<String, Object> found = Map.of("steps", steps, "instances", EAR.instances.stream().map(Referee::end).toList());
    engine.getRepositoryService().deleteDeployment(deployment, true);
    return found;
  }

  static Map<String, Object> take(Map<String, Object> step) {
    int before = EAR.told.size(), instances = EAR.instances.size();
    Map<String, Object> answer = new TreeMap<>();
    // what is compensated is put in order by the time at which it was done
    setNow(now + 1);
    try {
      act(step);
      goOn();
    } catch (RuntimeException refusal) {
      // the transaction was rolled back, so nothing of what was told has happened
      EAR.told.subList(before, EAR.told.size()).clear();
      EAR.instances.subList(instances, EAR.instances.size()).clear();
      answer.put("refused", refusal.getClass().getSimpleName());
    }
    var fresh = EAR.told.subList(before, EAR.told.size()).stream().filter(told -> !isBody(told.activity));
    answer.put("log", fresh.map(told -> told.what + told.activity).collect(Collectors.joining(" ")));
    answer.put("open", open().values().stream().filter(key -> !isBody(key)).sorted().toList());
    answer.put("waits", waits().sorted().toList());
    answer.put("variables", variables().sorted().toList());
    return answer;
  }

  static void act(Map<String, Object> step) {
    Map<String, Object> values = map(step.get("with"));
    String key = (String) step.get("key");
    if (step.containsKey("start")) {
      runtime.startProcessInstanceByKey((String) step.get("start"), key, values);
    } else if (step.containsKey("complete")) {
      complete((String) step.get("complete"), which(step), values, map(step.get("local")));
    } else if (step.containsKey("throw")) {
      bpmnError((String) step.get("at"), which(step), (String) step.get("throw"), (String) step.get("message"), values);
    } else if (step.containsKey("fail")) {
      String id = externalTask((String) step.get("fail"), which(step));
      external.handleFailure(id, WORKER, (String) step.get("message"), "", 0, 0, values, Map.of());
    } else if (step.containsKey("message")) {
      var correlation = runtime.createMessageCorrelation((String) step.get("message")).setVariables(values);
      if (key != null) correlation.processInstanceBusinessKey(key);
      map(step.get("keys")).forEach(correlation::processInstanceVariableEquals);
      correlation.correlateWithResult();
    } else if (step.containsKey("signal")) {
      runtime.createSignalEvent((String) step.get("signal")).setVariables(values).send();
    } else if (step.containsKey("pass")) {
      pass(((Number) step.get("pass")).longValue());
    } else if (step.containsKey("miss")) {
      miss(((Number) step.get("miss")).longValue());
    } else if (step.containsKey("cancel")) {
      runtime.deleteProcessInstance(EAR.instances.get(which(step)), "");
    } else {
      throw new IllegalArgumentException("no such step: " + step);
    }
  }

  static int which(Map<String, Object> step) {
    return ((Number) step.getOrDefault("which", 0)).intValue();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  static void complete(String element, int which, Map<String, Object> values, Map<String, Object> local) {
    Task task = userTask(element, which);
    if (task != null) {
      if (!local.isEmpty()) engine.getTaskService().setVariablesLocal(task.getId(), local);
      engine.getTaskService().complete(task.getId(), values);
    } else {
      external.complete(externalTask(element, which), WORKER, values, local);
    }
  }

  static void bpmnError(String element, int which, String code, String message, Map<String, Object> values) {
    Task task = userTask(element, which);
    if (task != null) {
      engine.getTaskService().handleBpmnError(task.getId(), code, message, values);
    } else {
      external.handleBpmnError(externalTask(element, which), WORKER, code, message, values);
    }
  }

  /** The open task of an element that began as number `which`; null where it is no user task. */
  static Task userTask(String element, int which) {
    var found = engine.getTaskService().createTaskQuery().taskDefinitionKey(element).list();
    var ids = found.stream().collect(Collectors.toMap(task -> activityInstance(task.getExecutionId(), element), task -> task));
    List<String> order = open().keySet().stream().filter(ids::containsKey).toList();
    return order.isEmpty() ? null : ids.get(order.get(which));
  }

  static String activityInstance(String execution, String element) {
    return ((ExecutionEntity) runtime.createExecutionQuery().executionId(execution).singleResult()).getActivityInstanceId();
  }

  static String externalTask(String element, int which) {
    var found = external.createExternalTaskQuery().activityId(element).list();
    var ids = found.stream().collect(Collectors.toMap(ExternalTask::getActivityInstanceId, ExternalTask::getId));
    List<String> order = open().keySet().stream().filter(ids::containsKey).toList();
    if (order.isEmpty()) throw new Gone();
    external.lock(ids.get(order.get(which)), WORKER, 1000L);
    return ids.get(order.get(which));
  }

  /** The activity instances that have begun and not ended, in the order in which they began. */
  static Map<String, String> open() {
    Map<String, String> found = new LinkedHashMap<>();
    for (Told told : EAR.told) {
      if (told.what == '+') found.put(told.instance, told.activity);
      else found.remove(told.instance);
    }
    return found;
  }

  /** Whatever does not wait for a time is done at once. */
  static void goOn() {
    List<Job> jobs;
    while (!(jobs = management.createJobQuery().messages().withRetriesLeft().list()).isEmpty()) {
      management.executeJob(jobs.get(0).getId());
    }
  }

  /** Lets time pass, timer by timer; each fires a moment late, since a cycle that fires on time fires for ever. */
  static void pass(long seconds) {
    long until = now + seconds * 1000;
    Optional<Job> next;
    while ((next = timers().filter(job -> job.getDuedate().getTime() <= until + MOMENT).findFirst()).isPresent()) {
      setNow(Math.max(now, next.get().getDuedate().getTime() + 1));
      management.executeJob(next.get().getId());
      goOn();
    }
    setNow(until);
  }

  /** Lets time pass while nobody serves the engine; then whatever is due fires. */
  static void miss(long seconds) {
    setNow(now + seconds * 1000);
    Optional<Job> next;
    while ((next = timers().filter(job -> job.getDuedate().getTime() <= now).findFirst()).isPresent()) {
      management.executeJob(next.get().getId());
      goOn();
    }
  }

  static Stream<Job> timers() {
    return management.createJobQuery().timers().withRetriesLeft().orderByJobDuedate().asc().list().stream();
  }

  static void setNow(long millis) {
    now = millis;
    ClockUtil.setCurrentTime(new Date(millis));
  }

  static Stream<String> waits() {
    var tasks = engine.getTaskService().createTaskQuery().list().stream().map(task -> "user " + task.getTaskDefinitionKey());
    var work = external.createExternalTaskQuery().withRetriesLeft().list().stream().map(one -> "work " + one.getActivityId());
    var events = runtime.createEventSubscriptionQuery().list().stream()
        .filter(one -> one.getProcessInstanceId() != null && !one.getEventType().equals("compensate"))
        .map(one -> (one.getEventType() + " " + one.getActivityId() + " " + Objects.requireNonNullElse(one.getEventName(), "")).strip());
    var timers = timers().filter(job -> job.getProcessInstanceId() != null)
        .map(job -> "timer " + activity(job) + " " + (job.getDuedate().getTime() - BEGIN) / 1000);
    var incidents = runtime.createIncidentQuery().list().stream()
        .filter(one -> one.getId().equals(one.getCauseIncidentId())).map(one -> "incident " + one.getActivityId());
    return Stream.of(tasks, work, events, timers, incidents).flatMap(one -> one);
  }

  static String activity(Job job) {
    JobDefinition definition = management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult();
    return definition.getActivityId();
  }

  static Stream<String> variables() {
    Map<String, String> scopes = new HashMap<>(open());
    for (ProcessInstance one : runtime.createProcessInstanceQuery().list()) scopes.put(one.getId(), key(one.getProcessDefinitionId()));
    var living = runtime.createExecutionQuery().list().stream().map(one -> (ExecutionEntity) one)
        .filter(one -> !one.isEventScope()).map(Execution::getId).collect(Collectors.toSet());
    return runtime.createVariableInstanceQuery().list().stream()
        .filter(one -> scopes.containsKey(one.getActivityInstanceId()) && living.contains(one.getExecutionId()))
        .map(one -> scopes.get(one.getActivityInstanceId()).replace("#multiInstanceBody", "") + "." + one.getName() + " = " + text(one.getValue()));
  }

  static String key(String definition) {
    return engine.getRepositoryService().getProcessDefinition(definition).getKey();
  }

  static Map<String, Object> end(String id) {
    HistoryService history = engine.getHistoryService();
    HistoricProcessInstance one = history.createHistoricProcessInstanceQuery().processInstanceId(id).singleResult();
    Map<String, Object> values = new TreeMap<>();
    for (HistoricVariableInstance item : history.createHistoricVariableInstanceQuery().processInstanceId(id).list()) {
      if (id.equals(item.getExecutionId())) values.put(item.getName(), item.getValue());
    }
    String state = switch (one.getState()) {
      case "ACTIVE" -> "active";
      case "COMPLETED" -> "completed";
      default -> "cancelled";
    };
    Map<String, Object> found = new TreeMap<>(Map.of("process", one.getProcessDefinitionKey(), "state", state, "variables", values));
    if (one.getBusinessKey() != null) found.put("key", one.getBusinessKey());
    return found;
  }

  static boolean isBody(String activity) {
    return activity.endsWith("#multiInstanceBody");
  }

  static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
